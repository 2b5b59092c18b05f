import { hasBit, setBit } from "./bits.js";
import { distanceKind } from "./distance-kinds.js";
import type { KernelName } from "./load-kernel.js";
import { type NearestRows, type SearchResult, searchMemory } from "./search-memory.js";
import { Vec0Error } from "./vec0-error.js";
import { VectorMemory } from "./vector-memory.js";
import {
  bytesOf,
  MAX_DIMENSIONS,
  type Metric,
  type Vector,
  type VectorType,
} from "./vector-type.js";

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

  /** `nearest`, within more. */
  find(query: Vector, options: FindOptions): SearchResult {
    const { k, metric, include, ranges = [[0, this.#length]] } = options;
    refuseUnless(Number.isInteger(k) && k >= 0, `k must be a whole number, not ${k}`);
    const kind = distanceKind(this.type, metric);
    const queryNorm = this.#placeQuery(query);
    if (include) this.#placeIncluded(include);
    return searchMemory(this.#memory, {
      kind,
      queryNorm,
      k,
      isFiltered: include !== undefined,
      ranges: ranges.map(([from, to]) => [from, Math.min(to, this.#length)]),
      low: options.low ?? -Infinity,
      high: options.high ?? Infinity,
    });
  }

  /** Writes the query where the kernel reads it, and returns its norm. */
  #placeQuery(query: Vector): number {
    const { type, dimensions } = this;
    const isFloat = query instanceof Float32Array;
    const wanted = type === "float32" ? Float32Array : type === "int8" ? Int8Array : Uint8Array;
    const length = type === "bit" ? this.#bytes : dimensions;
    refuseUnless(
      query.length === length && (query instanceof wanted || (type === "int8" && isFloat)),
      `the query must be a ${wanted.name} of ${length}, not a ${query.constructor.name} of ${query.length}`,
    );
    const place = this.#memory.queryAt(type === "int8");
    place.set(new Uint8Array(query.buffer, query.byteOffset, query.byteLength));
    return type === "bit" ? 1 : this.#memory.kernel.prepare(type === "float32", isFloat);
  }

  #placeIncluded(include: Uint8Array): void {
    const bytes = Math.ceil(this.#length / 64) * 8;
    const place = this.#memory.included.subarray(0, bytes).fill(0);
    place.set(include.subarray(0, bytes));
  }
}

function bitsOf(rows: Uint32Array, length: number, include: Uint8Array | undefined): Uint8Array {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const row of rows) {
    if (include === undefined || hasBit(include, row)) setBit(bits, row);
  }
  return bits;
}

function refuseUnless(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Vec0Error("VECTOR", `Vectors: ${otherwise}.`);
}
