import type { WorldPoint } from "../map/mercator.js";
import type { Country, Ring } from "./country.js";

/** Some 60 km at the equator: how far off a coast that is drawn roughly a photo still counts as taken there. */
const NEAR = 0.0015;

/** The country of a place; undefined far out at sea. */
export function countryAt(countries: readonly Country[], point: WorldPoint): Country | undefined {
  let nearest: Country | undefined;
  let least = NEAR ** 2;
  for (const country of countries) {
    const near = country.rings.filter((ring) => isNear(ring, point));
    if (near.filter((ring) => isInside(ring, point)).length % 2 === 1) return country;
    for (const ring of near) {
      const squared = squaredDistance(ring, point);
      if (squared < least) [nearest, least] = [country, squared];
    }
  }
  return nearest;
}

function isNear({ left, right, top, bottom }: Ring, { x, y }: WorldPoint): boolean {
  return x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR;
}

/** By how often a line to the east crosses it. */
function isInside({ points }: Ring, { x, y }: WorldPoint): boolean {
  let inside = false;
  for (let at = 0, before = points.length - 2; at < points.length; before = at, at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [
      points[before],
      points[before + 1],
      points[at],
      points[at + 1],
    ];
    if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

function squaredDistance({ points }: Ring, { x, y }: WorldPoint): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0, before = points.length - 2; at < points.length; before = at, at += 2) {
    const [x1 = 0, y1 = 0] = [points[before], points[before + 1]];
    const [dx, dy] = [(points[at] ?? 0) - x1, (points[at + 1] ?? 0) - y1];
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
    const part = Math.max(0, Math.min(1, along));
    least = Math.min(least, (x1 + part * dx - x) ** 2 + (y1 + part * dy - y) ** 2);
  }
  return least;
}
