/** Of each photo, how many of its nearest count, and among how many on the map they have to be. */
const NEAREST = 10;
const ON_MAP = 30;

/** Photos that are looked at, at most. */
const SAMPLE = 1000;

/**
 * The share of each photo's 10 nearest that are among the 30 nearest to it on a map.
 *
 * @param nearest of each photo, as rows, nearest first
 */
export function keptNeighbours(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  nearest: (row: number) => readonly number[],
): number {
  const step = Math.max(1, Math.floor(x.length / SAMPLE));
  let [kept, all] = [0, 0];
  for (let row = 0; row < x.length; row += step) {
    const distances = squaredDistances(x, y, row);
    const limit = distances.toSorted()[ON_MAP] ?? Infinity;
    for (const other of nearest(row).slice(0, NEAREST)) {
      all++;
      if ((distances[other] ?? Infinity) <= limit) kept++;
    }
  }
  return kept / all;
}

function squaredDistances(x: ArrayLike<number>, y: ArrayLike<number>, row: number): Float64Array {
  const [left = 0, top = 0] = [x[row], y[row]];
  return Float64Array.from(x, (other, at) => (other - left) ** 2 + ((y[at] ?? 0) - top) ** 2);
}
