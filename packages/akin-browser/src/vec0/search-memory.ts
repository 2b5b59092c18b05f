import { reportedKind } from "./distance-kinds.js";
import { HEAP_ROWS, type VectorMemory } from "./vector-memory.js";

/** Rows shortlisted beside the k nearest, because SIMD adds up float32 in another order than sqlite-vec does. */
const SPARE = 32;

export interface Search {
  /** The kernel's number of the distance. */
  kind: number;
  queryNorm: number;
  k: number;
  /** Whether only rows with their bit set count. */
  isFiltered: boolean;
  /** `[from, to)`, ascending. */
  ranges: readonly (readonly [from: number, to: number])[];
  /** Distances that count, both included. */
  low: number;
  high: number;
}

export interface NearestRows {
  /** Nearest first; of equally distant rows the lower one first. */
  rows: Uint32Array<ArrayBuffer>;
  /** As float32, like sqlite-vec's. */
  distances: Float64Array<ArrayBuffer>;
}

export interface SearchResult extends NearestRows {
  /** Rows that were met whose distance is not a number. */
  undefinedRows: number;
}

/** Scans for the query that was placed in the memory. */
export function searchMemory(memory: VectorMemory, search: Search): SearchResult {
  memory.kernel.undefinedRows.value = 0;
  const nearest =
    search.k > HEAP_ROWS - SPARE ? nearestOfAll(memory, search) : nearestByHeap(memory, search);
  return { ...nearest, undefinedRows: memory.kernel.undefinedRows.value };
}

function nearestByHeap(memory: VectorMemory, search: Search): NearestRows {
  const { kind, k, low, high, ranges } = search;
  const reported = reportedKind(kind);
  // Bounds are held against the distance that is reported: a shortlist could be full of rows beyond them.
  const isShortlist = kind !== reported && low === -Infinity && high === Infinity;
  let count = 0;
  for (const [from, to] of k > 0 ? ranges : []) {
    const [first, size] = isShortlist ? [kind, k + SPARE] : [reported, k];
    count = scan(memory, search, first, from, to, size, count);
  }
  if (isShortlist) {
    const rows = memory.heapRows(count).slice().sort();
    count = 0;
    for (const row of rows) count = scan(memory, search, reported, row, row + 1, k, count);
  }
  return sortedHeap(memory, count);
}

/** For more rows than the heap has room for: block by block, everything. */
function nearestOfAll(memory: VectorMemory, search: Search): NearestRows {
  const blocks: NearestRows[] = [];
  for (const [from, to] of search.ranges) {
    for (let row = from; row < to; row += HEAP_ROWS) {
      const end = Math.min(row + HEAP_ROWS, to);
      const kind = reportedKind(search.kind);
      blocks.push(sortedHeap(memory, scan(memory, search, kind, row, end, HEAP_ROWS, 0)));
    }
  }
  const found = blocks.flatMap(({ rows, distances }) =>
    Array.from(rows, (row, i) => ({ row, distance: distances[i] ?? Number.NaN })),
  );
  found.sort((a, b) => a.distance - b.distance || a.row - b.row);
  const nearest = found.slice(0, search.k);
  return {
    rows: Uint32Array.from(nearest, ({ row }) => row),
    distances: Float64Array.from(nearest, ({ distance }) => distance),
  };
}

function scan(
  { kernel }: VectorMemory,
  { isFiltered, queryNorm, low, high }: Search,
  kind: number,
  from: number,
  to: number,
  k: number,
  count: number,
): number {
  return kernel.scan(kind, from, to, k, count, isFiltered, queryNorm, low, high);
}

function sortedHeap(memory: VectorMemory, count: number): NearestRows {
  memory.kernel.sort(count);
  return {
    rows: memory.heapRows(count).slice(),
    distances: Float64Array.from(memory.heapDistances(count)),
  };
}
