import type { Metric, VectorType } from "../../src/vec0/index.js";

/** All rows by distance, computed in float64 in the plainest way. */
export function bruteForce(
  type: VectorType,
  metric: Metric,
  rows: readonly Uint8Array[],
  query: ArrayLike<number>,
): { row: number; distance: number }[] {
  const distances = rows.map((bytes, row) => {
    const vector =
      type === "float32"
        ? new Float32Array(bytes.buffer)
        : type === "int8"
          ? new Int8Array(bytes.buffer)
          : bytes;
    // sqlite-vec rounds distances to float32: rows that only float64 tells apart are equally distant.
    return { row, distance: Math.fround(distanceOf(metric, vector, query)) };
  });
  return distances.sort((a, b) => a.distance - b.distance || a.row - b.row);
}

function distanceOf(metric: Metric, a: ArrayLike<number>, b: ArrayLike<number>): number {
  const sum = (of: (x: number, y: number) => number) =>
    Array.from(a, (x, i) => of(x, b[i] ?? 0)).reduce((total, value) => total + value, 0);
  switch (metric) {
    case "cosine":
      return (
        1 - sum((x, y) => x * y) / (Math.sqrt(sum((x) => x * x)) * Math.sqrt(sum((_, y) => y * y)))
      );
    case "l2":
      return Math.sqrt(sum((x, y) => (x - y) ** 2));
    case "l1":
      return sum((x, y) => Math.abs(x - y));
    case "hamming":
      return sum((x, y) => (x ^ y).toString(2).replaceAll("0", "").length);
  }
}
