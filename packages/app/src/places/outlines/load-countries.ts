import type { Country } from "./country.js";
import { readCountries } from "./read-countries.js";

/** `coarse`: 1:110 million, 39 KB; `fine`: 1:50 million, 230 KB. */
export type Detail = "coarse" | "fine";

const loading = new Map<Detail, Promise<readonly Country[]>>();

/** Outlines of the countries, fetched once. */
export function loadCountries(detail: Detail): Promise<readonly Country[]> {
  const there = loading.get(detail);
  if (there !== undefined) return there;
  const countries = fetchTopology(detail).then((module) => readCountries(module.default));
  loading.set(detail, countries);
  countries.catch(() => loading.delete(detail));
  return countries;
}

function fetchTopology(detail: Detail) {
  return detail === "coarse"
    ? import("world-atlas/countries-110m.json")
    : import("world-atlas/countries-50m.json");
}
