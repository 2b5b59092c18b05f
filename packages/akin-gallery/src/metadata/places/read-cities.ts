import { distance } from "geokdbush";
import type { City } from "./city.js";
import {
  type CountedPlace,
  type NamedPlace,
  readCountedPlaces,
  readDivisions,
  readNamedPlaces,
} from "./gazetteer.js";
import { Nearby } from "./nearby.js";

/** People on a square kilometre of a city. */
const DENSITY = 10_000;

/** Kilometres that the smallest place reaches, and the largest: New York is not New Jersey. */
const LEAST_REACH = 1;
export const LARGEST_REACH = 12;

/** Kilometres within which two entries of one name are the same place. */
const SAME_NAME = 10;

/** Decimals of a degree to which two entries of other names are the same place: 100 m. */
const SAME_SPOT = 3;

/** A place of unknown population within a larger one, out to so many times its reach, is taken for a quarter of it. */
const SUBURBS = 1.5;

/** Larger cities have quarters that GeoNames lists as places. */
const LARGE = 50_000;

/**
 * The cities of GeoNames: names and regions from the newer of two editions, populations from the older, which alone
 * has them. Quarters of cities are left out, so that Paris is one place and not twenty.
 */
export function readCities(): City[] {
  const counted = readCountedPlaces();
  const populations = matchPopulations(readNamedPlaces(), counted);
  const divisions = readDivisions();
  const cities: City[] = [];
  const uncounted: City[] = [];
  for (const [place, match] of populations) {
    if (match?.isSection) continue;
    const { name, country, latitude, longitude } = place;
    const region = divisions.get(place.division) ?? null;
    const reach = reachOf(match?.population ?? 0);
    (match ? cities : uncounted).push({ name, region, country, latitude, longitude, reach });
  }
  const large = new Nearby(cities.filter(({ reach }) => reach > reachOf(LARGE)));
  return [...cities, ...uncounted.filter((place) => !isQuarter(place, large))];
}

function reachOf(population: number): number {
  return Math.min(LARGEST_REACH, LEAST_REACH + Math.sqrt(population / (DENSITY * Math.PI)));
}

function isQuarter(place: City, large: Nearby<City>): boolean {
  return large
    .find(place, 8, SUBURBS * LARGEST_REACH)
    .some((city) => kilometres(place, city) < SUBURBS * city.reach);
}

/** Pairs the entries of both editions: those of one name first, then renamed places by where they lie. */
function matchPopulations(
  named: readonly NamedPlace[],
  counted: readonly CountedPlace[],
): Map<NamedPlace, CountedPlace | undefined> {
  const matches = new Map<NamedPlace, CountedPlace | undefined>();
  const taken = new Set<CountedPlace>();
  const take = (groups: Groups, key: string, place: NamedPlace) => {
    const match = closest(place, groups.get(key) ?? [], taken);
    matches.set(place, match);
    if (match) taken.add(match);
  };
  const byName = groupBy(counted, nameKey);
  for (const place of named) take(byName, nameKey(place), place);
  const bySpot = groupBy(counted, spotKey);
  for (const [place, match] of matches) {
    if (!match) take(bySpot, spotKey(place), place);
  }
  return matches;
}

type Groups = ReadonlyMap<string, readonly CountedPlace[]>;

function closest(
  place: NamedPlace,
  candidates: readonly CountedPlace[],
  taken: ReadonlySet<CountedPlace>,
): CountedPlace | undefined {
  let best: CountedPlace | undefined;
  let least = SAME_NAME;
  for (const candidate of candidates) {
    const far = kilometres(place, candidate);
    if (far <= least && !taken.has(candidate)) [best, least] = [candidate, far];
  }
  return best;
}

function groupBy(
  places: readonly CountedPlace[],
  keyOf: (place: CountedPlace) => string,
): Map<string, CountedPlace[]> {
  const groups = new Map<string, CountedPlace[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

function nameKey({ country, name }: { country: string; name: string }): string {
  return `${country} ${name}`;
}

function spotKey({ country, latitude, longitude }: NamedPlace | CountedPlace): string {
  return `${country} ${latitude.toFixed(SAME_SPOT)} ${longitude.toFixed(SAME_SPOT)}`;
}

interface Point {
  latitude: number;
  longitude: number;
}

function kilometres(a: Point, b: Point): number {
  return distance(a.longitude, a.latitude, b.longitude, b.latitude);
}
