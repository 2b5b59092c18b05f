import type { NearestRows } from "../search-memory.js";
import type { FoundRows } from "./vec0-table.js";

interface Entry {
  row: number;
  /** NaN for a row of zeros by cosine, or any row for such a query. */
  distance: number;
}

/**
 * The k nearest of rows some of which have no distance, as sqlite-vec has them: its loops compare NaN like a number, so such
 * a row is taken when it is the first one left of its chunk, and goes before what it is merged with.
 *
 * @param all every row that has a distance, nearest first
 * @param rows all rows by chunk and slot
 */
export function withUndefined(
  all: NearestRows,
  rows: readonly number[],
  chunkSize: number,
  k: number,
): FoundRows {
  const distances = new Map<number, number>();
  all.rows.forEach((row, i) => {
    distances.set(row, all.distances[i] ?? Number.NaN);
  });
  let nearest: Entry[] = [];
  for (let from = 0; from < rows.length; ) {
    const chunk = Math.floor((rows[from] ?? 0) / chunkSize);
    let to = from;
    while (to < rows.length && Math.floor((rows[to] ?? 0) / chunkSize) === chunk) to++;
    const entries = rows
      .slice(from, to)
      .map((row) => ({ row, distance: distances.get(row) ?? Number.NaN }));
    nearest = merge(nearest, pick(entries, Math.min(k, chunkSize)), k);
    from = to;
  }
  return {
    rows: nearest.map(({ row }) => row),
    distances: nearest.map(({ distance }) => distance),
  };
}

function pick(entries: readonly Entry[], k: number): Entry[] {
  const byDistance = entries
    .filter(({ distance }) => !Number.isNaN(distance))
    .sort((a, b) => a.distance - b.distance || a.row - b.row)
    .values();
  const picked = new Set<Entry>();
  let first = 0;
  while (picked.size < Math.min(k, entries.length)) {
    let entry = entries[first];
    while (entry && picked.has(entry)) entry = entries[++first];
    if (entry === undefined) break;
    if (Number.isNaN(entry.distance)) picked.add(entry);
    else {
      const next = byDistance.next();
      if (!next.done) picked.add(next.value);
    }
  }
  return [...picked];
}

function merge(a: readonly Entry[], b: readonly Entry[], k: number): Entry[] {
  const merged: Entry[] = [];
  let i = 0;
  let j = 0;
  while (merged.length < k) {
    const left = a[i];
    const right = b[j];
    if (left === undefined && right === undefined) break;
    if (left && (right === undefined || left.distance <= right.distance)) {
      merged.push(left);
      i++;
    } else if (right) {
      merged.push(right);
      j++;
    }
  }
  return merged;
}
