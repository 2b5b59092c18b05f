import { type Kernel, type KernelName, loadKernel } from "./load-kernel.js";
import { Vec0Error } from "./vec0-error.js";

// The layout that kernel/kernel.ts reads.
const DISTANCES = 0x8000;
const ROWS = 0x10000;
const INCLUDED = 0x18000;

/** Rows that the kernel's heap has room for. */
export const HEAP_ROWS = 0x2000;

const PAGE = 0x10000;
/** Memory grows by at least this much; in a 64-bit browser nothing is copied for it. */
const STEP = 0x1000000;

/** The WebAssembly memory of one array of vectors, and the kernel that works on it. */
export class VectorMemory {
  readonly kernel: Kernel;
  /** Bytes from one vector to the next. */
  readonly stride: number;
  readonly #memory = new WebAssembly.Memory({ initial: 2 });
  readonly #vectorsAt: number;
  readonly #total: number;

  /** @param bytes of one vector */
  constructor(dimensions: number, bytes: number, capacity: number, kernel?: KernelName) {
    this.kernel = loadKernel(this.#memory, kernel);
    this.stride = Math.ceil(bytes / 32) * 32;
    const normsAt = INCLUDED + Math.ceil(capacity / 64) * 8;
    this.#vectorsAt = Math.ceil((normsAt + capacity * 8) / 64) * 64;
    this.#total = this.#vectorsAt + capacity * this.stride;
    this.kernel.place(dimensions, this.stride, normsAt, this.#vectorsAt);
    this.reserve(0);
  }

  /** Makes room for so many rows. @throws Vec0Error `MEMORY` */
  reserve(rows: number): void {
    const needed = this.#vectorsAt + rows * this.stride;
    const present = this.#memory.buffer.byteLength;
    if (needed <= present) return;
    const wanted = Math.min(this.#total, Math.max(needed, present + STEP));
    if (this.#grow(wanted) || this.#grow(needed)) return;
    const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
    throw new Vec0Error(
      "MEMORY",
      `The vectors need ${megabytes(this.#total)} MB of memory; the browser gave ${megabytes(present)} MB and refused to go up to ${megabytes(needed)} MB. Close other tabs, or use a smaller form of the vectors.`,
    );
  }

  #grow(bytes: number): boolean {
    const present = this.#memory.buffer.byteLength;
    try {
      this.#memory.grow(Math.ceil((bytes - present) / PAGE));
      return true;
    } catch (error) {
      // The only way in which growing fails.
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  /** The bytes of rows, padding included. All views are good until the memory grows. */
  rows(from: number, to: number): Uint8Array<ArrayBuffer> {
    const start = this.#vectorsAt + from * this.stride;
    return new Uint8Array(this.#memory.buffer, start, (to - from) * this.stride);
  }

  /** Where the query goes: at its place, or for int8 where the kernel takes it from. */
  queryAt(isInt8: boolean): Uint8Array<ArrayBuffer> {
    new Uint8Array(this.#memory.buffer, 0, DISTANCES).fill(0);
    return new Uint8Array(this.#memory.buffer, isInt8 ? DISTANCES : 0, DISTANCES);
  }

  get included(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, INCLUDED);
  }

  heapDistances(count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#memory.buffer, DISTANCES, count);
  }

  heapRows(count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, ROWS, count);
  }
}
