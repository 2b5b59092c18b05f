import { describe, expect, test } from "vitest";
import { mergePlaces } from "../src/metadata/place.js";
import { PlaceFinder } from "../src/metadata/places/place-finder.js";

const finder = new PlaceFinder();

function nameOf(latitude: number, longitude: number): string {
  const { city, region, country } = finder.find(latitude, longitude) ?? {};
  return [city, region, country].map((name) => name ?? "-").join(", ");
}

describe("the names of a place", () => {
  test.each([
    [52.5163, 13.3777, "Berlin, State of Berlin, Germany"],
    [38.7223, -9.1393, "Lisbon, Lisbon, Portugal"],
    [64.1466, -21.9426, "Reykjavík, Capital Region, Iceland"],
    [-33.8568, 151.2153, "Sydney, New South Wales, Australia"],
    [27.1751, 78.0421, "Agra, Uttar Pradesh, India"],
    [55.7558, 37.6173, "Moscow, Moscow, Russia"],
    [-22.9519, -43.2105, "Rio de Janeiro, Rio de Janeiro, Brazil"],
    [36.1069, -112.1129, "Grand Canyon, Arizona, United States"],
  ])("%f, %f is %s", (latitude, longitude, expected) => {
    expect(nameOf(latitude, longitude)).toBe(expected);
  });

  test.each([
    [48.8867, 2.3431, "Paris", "Montmartre is no city of its own"],
    [35.6595, 139.7005, "Tokyo", "nor is Shibuya"],
    [40.758, -73.9855, "Manhattan", "nor Times Square, but a borough is"],
    [51.5007, -0.1246, "London", "nor Westminster"],
    [48.8049, 2.1204, "Versailles", "but Versailles is"],
    [48.8924, 2.236, "Puteaux", "and Puteaux, beside Paris"],
  ])("%f, %f lies in %s: %s", (latitude, longitude, city) => {
    expect(finder.find(latitude, longitude)?.city).toBe(city);
  });
});

describe("at borders a place is in its own country", () => {
  test.each([
    [47.6603, 9.1753, "Konstanz", "Germany"],
    [47.645, 9.178, "Kreuzlingen", "Switzerland"],
    [31.7619, -106.485, "El Paso", "United States"],
    [31.739, -106.485, "Ciudad Juárez", "Mexico"],
    [43.0828, -79.0742, "Niagara Falls", "Canada"],
    [43.0845, -79.0612, "Niagara Falls", "United States"],
    [47.5596, 7.5886, "Basel", "Switzerland"],
    [47.593, 7.6215, "Weil am Rhein", "Germany"],
    [-29.31, 27.48, "Maseru", "Lesotho"],
    [41.9022, 12.4539, "Vatican City", "Vatican City"],
    [43.7384, 7.4246, "Monaco", "Monaco"],
    [36.1408, -5.3536, "Gibraltar", "Gibraltar"],
    [35.8894, -5.3213, "Ceuta", "Spain"],
    [18.4655, -66.1057, "San Juan", "Puerto Rico"],
    [51.448, 4.93, "Baarle-Nassau", "Netherlands"],
    [42.66, 21.16, "Pristina", "Kosovo"],
  ])("%f, %f: %s, %s", (latitude, longitude, city, country) => {
    expect(finder.find(latitude, longitude)).toMatchObject({ city, country });
  });
});

describe("away from cities", () => {
  test("a little off the coast is still the city's", () => {
    expect(finder.find(38.6, -9.35)).toMatchObject({ region: "Lisbon", country: "Portugal" });
    expect(finder.find(41.36, 2.23)).toMatchObject({ city: "Barcelona", country: "Spain" });
  });

  test("on the high sea and at the North Pole there is no place", () => {
    expect(finder.find(30, -40)).toBeNull();
    expect(finder.find(90, 0)).toBeNull();
    expect(finder.find(0, 0.0001)).toBeNull();
  });

  test("in a desert, on ice and at the South Pole there is a country", () => {
    expect(finder.find(23.5, 8)).toEqual({ country: "Algeria" });
    expect(finder.find(-90, 0)).toEqual({ country: "Antarctica" });
    expect(finder.find(65, -18)).toEqual({ region: "Northeast", country: "Iceland" });
  });

  test("on both sides of the date line", () => {
    expect(finder.find(-16.99, 179.98)).toEqual({ region: "Northern", country: "Fiji" });
    expect(finder.find(-16.78, -179.98)).toEqual({ region: "Northern", country: "Fiji" });
  });
});

describe("what a file says in words", () => {
  const derived = { city: "Köln", region: "North Rhine-Westphalia", country: "Germany" };

  test("wins, and is completed by what its coordinates tell", () => {
    expect(mergePlaces({ city: "Cologne" }, derived)).toEqual({ ...derived, city: "Cologne" });
    expect(mergePlaces({ country: "germany" }, derived)).toEqual({
      ...derived,
      country: "germany",
    });
  });

  test("is not mixed with another country or region", () => {
    const written = { city: "Liège", country: "Belgium" };
    expect(mergePlaces(written, derived)).toEqual(written);
    expect(mergePlaces({ region: "Hesse" }, derived)).toEqual({
      region: "Hesse",
      country: "Germany",
    });
  });
});
