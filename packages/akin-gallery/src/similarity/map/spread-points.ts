import { PointGrid } from "./point-grid.js";
import { RandomNumbers } from "./random-numbers.js";

/** How often all points are looked at for one gap, at most. */
const ROUNDS = 20;

/**
 * The gap grows up to what is asked for: a dense place then widens as a whole, and its points keep their order. At
 * once, it costs twice as many of the neighbours (`npm run bench map`).
 */
const GROWTH = [0.25, 0.4, 0.55, 0.7, 0.85, 1];

/** Points that give way in a round, of all: below that it is good enough. */
const FEW = 0.002;

/** What may be left of an overlap, in gaps. */
const TOLERANCE = 0.1;

/**
 * Moves points that are closer than `gap` apart, as little as that takes: photos of a dense place get room for their
 * thumbnails, and those of a burst lie around each other.
 *
 * @param points x and y of each, changed in place
 */
export function spreadPoints(points: Float64Array, gap: number): void {
  for (const share of GROWTH) keepApart(points, share * gap);
}

function keepApart(points: Float64Array, gap: number): void {
  const few = FEW * points.length;
  for (let round = 0; round < ROUNDS; round++) {
    const random = new RandomNumbers(round + 1);
    let moved = 0;
    new PointGrid(points, gap).forEachNearPair((a, b) => {
      if (pushApart(points, 2 * a, 2 * b, gap, random)) moved++;
    });
    if (moved <= few) return;
  }
}

/** @returns whether the two were too close */
function pushApart(
  points: Float64Array,
  a: number,
  b: number,
  gap: number,
  random: RandomNumbers,
): boolean {
  let dx = (points[a] as number) - (points[b] as number);
  let dy = (points[a + 1] as number) - (points[b + 1] as number);
  if (dx * dx + dy * dy >= gap * gap) return false;
  // Two that are at the same place have no direction in which to part.
  if (dx === 0 && dy === 0) {
    dx = gap * (random.uniform() - 0.5) * 1e-3;
    dy = gap * (random.uniform() - 0.5) * 1e-3;
  }
  const distance = Math.sqrt(dx * dx + dy * dy);
  const half = (gap - distance) / 2 / Math.max(distance, gap * 1e-6);
  points[a] = (points[a] as number) + dx * half;
  points[a + 1] = (points[a + 1] as number) + dy * half;
  points[b] = (points[b] as number) - dx * half;
  points[b + 1] = (points[b + 1] as number) - dy * half;
  return gap - distance > TOLERANCE * gap;
}
