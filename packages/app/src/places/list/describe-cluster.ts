import type { PhotoPlaces } from "akin-browser";
import { strings } from "../../strings.js";
import { describeCoordinates } from "../../text/measures.js";
import { toPlace, toWorld } from "../map/mercator.js";
import type { PlaceCluster, PlaceClusters } from "../map/place-clusters.js";
import type { Country } from "../outlines/country.js";
import { countryAt } from "../outlines/country-at.js";

/** Photos of a cluster whose names are looked at: more don't change what is said. */
const LOOKED_AT = 12;

/** Names that are said of one cluster. */
const SAID = 2;

/** Where the photos of a cluster were taken, in words. */
export interface ClusterName {
  /** Cities where the photos tell, else countries; else coordinates. */
  name: string;
  /** What else is known: of one name its region and country, or else coordinates; of several the country they share. */
  more: string;
}

export function describeCluster(
  cluster: PlaceCluster,
  clusters: PlaceClusters,
  places: PhotoPlaces,
  countryOf: (row: number) => string | undefined,
): ClusterName {
  const { latitude, longitude } = toPlace(cluster);
  // Photos that lie apart have no place more exact than this.
  const digits = cluster.splitsAt === null ? 4 : 1;
  const coordinates = describeCoordinates(round(latitude, digits), round(longitude, digits));
  const rows = clusters.rowsOf(cluster, LOOKED_AT);
  const told = rows.map((row) => places.names[places.nameOf[row] ?? 0] || countryOf(row));
  const full = byFrequency(told);
  const names = [...new Set(full.map((name) => firstPart(name)))];
  const [only, ...others] = names;
  if (only === undefined) return { name: coordinates, more: "" };
  if (others.length > 0) {
    const said = names.slice(0, SAID).join(", ");
    const name = names.length > SAID ? strings.places.andMore(said) : said;
    return { name, more: sharedCountry(full) };
  }
  return { name: only, more: (full[0] ?? "").slice(only.length + 2) || coordinates };
}

function round(degrees: number, digits: number): number {
  return Number(degrees.toFixed(digits));
}

function byFrequency(names: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** "Lisbon" of "Lisbon, Portugal". */
function firstPart(name: string): string {
  return name.split(", ", 1)[0] ?? name;
}

function sharedCountry(names: readonly string[]): string {
  const [country, ...others] = new Set(names.map((name) => name.split(", ").at(-1)));
  return others.length === 0 && country ? country : "";
}

/** Finds the country of a photo, each once. */
export function countryFinder(
  countries: readonly Country[],
  { latitudes, longitudes }: PhotoPlaces,
): (row: number) => string | undefined {
  const known = new Map<number, string | undefined>();
  return (row) => {
    if (!known.has(row)) {
      const point = toWorld(latitudes[row] ?? 0, longitudes[row] ?? 0);
      known.set(row, countryAt(countries, point)?.name);
    }
    return known.get(row);
  };
}
