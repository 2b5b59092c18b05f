import { distance } from "geokdbush";
import type { Place } from "../place.js";
import type { City } from "./city.js";
import { countryAt } from "./country-at.js";
import { Nearby } from "./nearby.js";
import { LARGEST_REACH, readCities } from "./read-cities.js";

/** Raised with the data: names that were found with another version are found anew. */
export const PLACES_VERSION = 1;

/** Kilometres to the farthest city that a photo is said to be taken in, and whose region it is said to be in. */
const CITY_WITHIN = 25;
const REGION_WITHIN = 150;

/** So many of the nearest places, and of the nearest large ones, are weighed. */
const NEAREST = 8;
const LARGE_REACH = 3;

/**
 * Finds the names of places without a network, in GeoNames' cities and the borders of country-coder. A point belongs to
 * the city of its own country that is nearest, each distance divided by how far that city reaches (a multiplicatively
 * weighted Voronoi diagram), so that a suburb's centre is the suburb, and a hamlet at a city's edge does not take its
 * quarters. Countries have their coastal waters; beyond them there is no place.
 */
export class PlaceFinder {
  private readonly cities: Nearby<City>;
  private readonly large: Nearby<City>;

  constructor(cities: readonly City[] = readCities()) {
    this.cities = new Nearby(cities);
    this.large = new Nearby(cities.filter(({ reach }) => reach > LARGE_REACH));
  }

  /**
   * @param latitude degrees, WGS 84
   * @returns null on the high sea
   */
  find(latitude: number, longitude: number): Place | null {
    const area = countryAt(latitude, longitude);
    if (!area) return null;
    const point = { latitude, longitude, country: area.code };
    const candidates = [
      ...this.cities.find(point, NEAREST, REGION_WITHIN),
      ...this.large.find(point, NEAREST, LARGEST_REACH),
    ];
    let best: City | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const city of candidates) {
      const share = kilometres(point, city) / city.reach;
      if (share < least) [best, least] = [city, share];
    }
    const isNear = best && kilometres(point, best) < Math.max(CITY_WITHIN, best.reach);
    return {
      ...(best && isNear && { city: best.name }),
      ...(best?.region && { region: best.region }),
      country: area.name,
    };
  }
}

function kilometres(a: { latitude: number; longitude: number }, b: City): number {
  return distance(a.longitude, a.latitude, b.longitude, b.latitude);
}
