import { distanceKind, reportedKind } from "./distance-kinds.js";
import type { KernelName } from "./load-kernel.js";
import { normOf, quantise } from "./quantise.js";
import { Vec0Error } from "./vec0-error.js";
import { HEAP_ROWS, VectorMemory } from "./vector-memory.js";
import {
  bytesOf,
  MAX_DIMENSIONS,
  type Metric,
  type Vector,
  type VectorType,
} from "./vector-type.js";

/** Rows shortlisted beside the k nearest, because SIMD adds up float32 in another order than sqlite-vec does. */
const SPARE = 32;

export interface NearestOptions {
  /** How many rows. */
  k: number;
  metric: Metric;
  /** Bit r & 7 (lowest first) of byte r >> 3 is 1 for rows that count; all of them by default. */
  include?: Uint8Array | undefined;
  /** Only these rows, in any order. */
  rows?: Uint32Array | undefined;
}

/** A search within stretches of rows, and within distances. */
export interface FindOptions extends Omit<NearestOptions, "rows"> {
  /** `[from, to)`, ascending; all rows by default. */
  ranges?: readonly (readonly [from: number, to: number])[] | undefined;
  /** The smallest distance to report, itself included. */
  low?: number;
  /** The largest one. */
  high?: number;
}

export interface NearestRows {
  /** Nearest first; of equally distant rows the lower one first. */
  rows: Uint32Array<ArrayBuffer>;
  /** As float32, like sqlite-vec's. */
  distances: Float64Array<ArrayBuffer>;
}

/** Vectors in WebAssembly memory, once; searching them is one scan by the kernel. */
export class VectorArray {
  readonly type: VectorType;
  readonly dimensions: number;
  /** Rows there is room for. */
  readonly capacity: number;
  readonly #bytes: number;
  readonly #memory: VectorMemory;
  #length = 0;

  /**
   * Room for `capacity` rows. Memory is taken as rows come in.
   *
   * @param kernel for tests; by default the fastest that runs here
   * @throws Vec0Error `VECTOR` for a type or size that can't be, `MEMORY`, `UNSUPPORTED`
   */
  static create(
    type: VectorType,
    dimensions: number,
    capacity: number,
    kernel?: KernelName,
  ): VectorArray {
    return new VectorArray(type, dimensions, capacity, kernel);
  }

  private constructor(
    type: VectorType,
    dimensions: number,
    capacity: number,
    kernel: KernelName | undefined,
  ) {
    refuseUnless(
      Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MAX_DIMENSIONS,
      `dimensions must be 1 to ${MAX_DIMENSIONS}, not ${dimensions}`,
    );
    refuseUnless(
      Number.isInteger(capacity) && capacity >= 0,
      `the capacity must be a number of rows, not ${capacity}`,
    );
    this.type = type;
    this.dimensions = dimensions;
    this.capacity = capacity;
    this.#bytes = bytesOf(type, dimensions);
    this.#memory = new VectorMemory(dimensions, this.#bytes, capacity, kernel);
  }

  /** One more than the highest row that was set. Rows below it that were not are zeros. */
  get length(): number {
    return this.#length;
  }

  /**
   * Copies whole rows in, from `row` on, as sqlite-vec stores them (float32 little-endian).
   *
   * @throws Vec0Error `VECTOR` if the bytes are no whole rows, or go beyond the capacity; `MEMORY`
   */
  set(row: number, bytes: Uint8Array): void {
    const count = bytes.length / this.#bytes;
    refuseUnless(
      Number.isInteger(count),
      `${bytes.length} bytes are no whole rows of ${this.#bytes} bytes`,
    );
    const end = row + count;
    refuseUnless(
      Number.isInteger(row) && row >= 0 && end <= this.capacity,
      `rows ${row} to ${end} are beyond the capacity of ${this.capacity}`,
    );
    this.#memory.reserve(end);
    const { stride, kernel } = this.#memory;
    const target = this.#memory.rows(row, end);
    if (stride === this.#bytes) target.set(bytes);
    else {
      for (let i = 0; i < count; i++) {
        target.set(bytes.subarray(i * this.#bytes, (i + 1) * this.#bytes), i * stride);
      }
    }
    if (this.type !== "bit") kernel.measure(this.type === "float32", row, end);
    this.#length = Math.max(this.#length, end);
  }

  /** A copy of one row's bytes. @throws Vec0Error `VECTOR` */
  get(row: number): Uint8Array<ArrayBuffer> {
    refuseUnless(row >= 0 && row < this.#length, `there is no row ${row}`);
    return this.#memory.rows(row, row + 1).slice(0, this.#bytes);
  }

  /**
   * The k nearest rows. A float32 query against int8 rows is quantised by its own largest value. Rows whose distance is not a
   * number are never found: rows of zeros, or all rows for a query of zeros, with cosine.
   *
   * @throws Vec0Error `VECTOR` if the query or the metric does not fit the rows
   */
  nearest(query: Vector, options: NearestOptions): NearestRows {
    const { rows, include, ...rest } = options;
    return this.find(query, {
      ...rest,
      include: rows ? bitsOf(rows, this.#length, include) : include,
    });
  }

  /** `nearest`, within more; and whether rows were met whose distance is not a number. */
  find(query: Vector, options: FindOptions): NearestRows & { undefinedRows: number } {
    const { k, metric, include, low = -Infinity, high = Infinity } = options;
    const { ranges = [[0, this.#length]] } = options;
    const { kernel } = this.#memory;
    refuseUnless(Number.isInteger(k) && k >= 0, `k must be a whole number, not ${k}`);
    const kind = distanceKind(this.type, metric);
    const exact = reportedKind(kind);
    const norm = this.#placeQuery(query);
    if (include) this.#placeIncluded(include);
    const scan = (kind: number, from: number, to: number, k: number, count: number) =>
      kernel.scan(kind, from, Math.min(to, this.#length), k, count, !!include, norm, low, high);
    kernel.undefinedRows.value = 0;

    const found: Found[] = [];
    if (k > HEAP_ROWS - SPARE) {
      for (const [from, to] of ranges) {
        for (let row = from; row < to; row += HEAP_ROWS) {
          const end = Math.min(row + HEAP_ROWS, to);
          this.#collect(scan(exact, row, end, HEAP_ROWS, 0), found);
        }
      }
    } else if (k > 0) {
      // Bounds are held against the distance that is reported; a shortlist could be full of rows beyond them.
      const shortlisting = kind !== exact && low === -Infinity && high === Infinity;
      const size = shortlisting ? k + SPARE : k;
      let count = 0;
      for (const [from, to] of ranges) {
        count = scan(shortlisting ? kind : exact, from, to, size, count);
      }
      if (shortlisting) {
        const rows = this.#memory.heapRows(count).slice().sort();
        count = 0;
        for (const row of rows) count = scan(exact, row, row + 1, k, count);
      }
      this.#collect(count, found);
    }
    found.sort((a, b) => a.distance - b.distance || a.row - b.row);
    const nearest = found.slice(0, k);
    return {
      rows: Uint32Array.from(nearest, ({ row }) => row),
      distances: Float64Array.from(nearest, ({ distance }) => distance),
      undefinedRows: kernel.undefinedRows.value,
    };
  }

  /** Writes the query where the kernel reads it, and returns its norm. */
  #placeQuery(query: Vector): number {
    const given = this.type === "int8" && query instanceof Float32Array ? quantise(query) : query;
    const wanted =
      this.type === "float32" ? Float32Array : this.type === "int8" ? Int8Array : Uint8Array;
    const length = this.type === "bit" ? this.#bytes : this.dimensions;
    refuseUnless(
      given instanceof wanted && given.length === length,
      `the query must be a ${wanted.name} of ${length}, not a ${given.constructor.name} of ${given.length}`,
    );
    const place = this.#memory.queryBytes.fill(0);
    if (given instanceof Int8Array) new Int16Array(place.buffer).set(given);
    else if (given instanceof Float32Array) new Float32Array(place.buffer).set(given);
    else place.set(given);
    return this.type === "bit" ? 1 : normOf(given);
  }

  #placeIncluded(include: Uint8Array): void {
    const bytes = Math.ceil(this.#length / 64) * 8;
    const place = this.#memory.included.subarray(0, bytes).fill(0);
    place.set(include.subarray(0, bytes));
  }

  #collect(count: number, found: Found[]): void {
    const rows = this.#memory.heapRows(count);
    const distances = this.#memory.heapDistances(count);
    rows.forEach((row, i) => {
      found.push({ row, distance: distances[i] ?? Number.NaN });
    });
  }
}

interface Found {
  row: number;
  distance: number;
}

function bitsOf(rows: Uint32Array, length: number, include: Uint8Array | undefined): Uint8Array {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const row of rows) {
    const byte = row >> 3;
    const bit = 1 << (row & 7);
    if (include === undefined || ((include[byte] ?? 0) & bit) !== 0)
      bits[byte] = (bits[byte] ?? 0) | bit;
  }
  return bits;
}

function refuseUnless(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Vec0Error("VECTOR", `Vectors: ${otherwise}.`);
}
