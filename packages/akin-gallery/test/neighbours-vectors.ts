import type { NeighbourLists, VectorSet } from "../src/similarity/neighbour-lists.js";

/** A seeded source of numbers from 0 to below 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random unit vector, all directions alike. */
export function randomVector(random: () => number, dimensions: number): number[] {
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return normalized(Array.from({ length: dimensions }, gaussian));
}

export function normalized(vector: number[]): number[] {
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

/** A set of these vectors by id. */
export function vectorSet(vectors: ReadonlyMap<number, number[]>): VectorSet {
  const ids = [...vectors.keys()].sort((a, b) => a - b);
  const rows = ids.map((id) => vectors.get(id) ?? []);
  const dimensions = rows[0]?.length ?? 3;
  return { ids: Float64Array.from(ids), vectors: Float32Array.from(rows.flat()), dimensions };
}

/** A set with the ids 10, 20, 30, … */
export function setOf(rows: number[][]): VectorSet {
  return vectorSet(new Map(rows.map((row, i) => [10 * (i + 1), row])));
}

/** All distances, one by one, all sorted. */
export function bruteForce({ ids, vectors, dimensions }: VectorSet, k: number): NeighbourLists {
  const rows = Array.from(ids, (_, i) => [
    ...vectors.subarray(i * dimensions, (i + 1) * dimensions),
  ]);
  const product = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const norms = rows.map((row) => Math.sqrt(product(row, row)));
  const lists: NeighbourLists = new Map();
  for (const [i, id] of ids.entries()) {
    const all = rows.map((row, j) => {
      const scale = (norms[i] ?? 0) * (norms[j] ?? 0);
      const distance = scale === 0 ? 1 : 1 - product(rows[i] ?? [], row) / scale;
      return { id: ids[j] ?? 0, distance: Math.min(2, Math.max(0, distance)) };
    });
    const others = all.filter((other) => other.id !== id);
    others.sort((a, b) => a.distance - b.distance || a.id - b.id);
    lists.set(id, others.slice(0, k));
  }
  return lists;
}
