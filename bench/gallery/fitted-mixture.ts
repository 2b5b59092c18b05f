import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mixtureOfPhotos } from "../neighbours-vectors.js";
import { RandomNumbers } from "../onnx/random-numbers.js";

export const DIMENSIONS = 512;

/** Nearest others whose differences show how photos of one subject vary. */
const NEAREST = 5;

/** Nearest others whose differences show how subjects vary. */
const NEAR = 40;

/** Differences that are added up for one deviation: enough that the sum is close to normal. */
const TERMS = 12;

/**
 * Draws embeddings like real ones, from a Gaussian mixture of two levels that is fitted to 1,454 embeddings of
 * MobileCLIP2. A subject is one of these moved as neighbours differ in the middle distance; a photo is its subject moved
 * as nearest neighbours differ. Sums of random differences have their covariance, without any matrix.
 */
export class FittedMixture {
  private readonly near: Int32Array;

  /** @param sample real embeddings, row after row */
  constructor(private readonly sample: Float32Array) {
    this.near = nearestRows(sample, NEAR);
  }

  /** Where the real embeddings are missing, made-up ones stand in for them. */
  static load(shared: string): { mixture: FittedMixture; real: boolean } {
    const file = join(shared, "fixtures", "mobileclip2-vectors-1454x512.f32");
    const real = existsSync(file);
    const sample = real ? readVectors(file) : mixtureOfPhotos(1454, DIMENSIONS).vectors;
    return { mixture: new FittedMixture(sample), real };
  }

  /**
   * @param subject any integer
   * @param photo any integer: another photo of the subject
   * @returns Float32Array of length 512, L2-normalised
   */
  draw(subject: number, photo: number): Float32Array {
    const vector = this.subject(subject);
    this.move(vector, new RandomNumbers(Math.imul(photo + 1, 0x85ebca6b)), 0, NEAREST);
    normalise(vector);
    return vector;
  }

  private subject(subject: number): Float32Array {
    const numbers = new RandomNumbers(Math.imul(subject + 1, 0x9e3779b1));
    const row = Math.floor(numbers.uniform() * this.rows);
    const vector = this.sample.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    this.move(vector, numbers, NEAREST, NEAR);
    return vector;
  }

  /** Adds a deviation like the difference between two neighbours of a rank from `from` to below `to`. */
  private move(vector: Float32Array, numbers: RandomNumbers, from: number, to: number): void {
    // Half of the difference's variance: two photos differ by both their deviations.
    const scale = Math.sqrt(0.5 / TERMS);
    for (let term = 0; term < TERMS; term++) {
      const row = Math.floor(numbers.uniform() * this.rows);
      const rank = from + Math.floor(numbers.uniform() * (to - from));
      const other = this.near[row * NEAR + rank] ?? 0;
      const factor = (numbers.uniform() < 0.5 ? -1 : 1) * scale;
      for (let i = 0; i < DIMENSIONS; i++) {
        const a = this.sample[row * DIMENSIONS + i] ?? 0;
        const b = this.sample[other * DIMENSIONS + i] ?? 0;
        vector[i] = (vector[i] ?? 0) + factor * (a - b);
      }
    }
  }

  private get rows(): number {
    return this.sample.length / DIMENSIONS;
  }
}

/** The embeddings of a file of float32 rows, each L2-normalised. */
export function readVectors(file: string): Float32Array {
  const bytes = readFileSync(file);
  const vectors = new Float32Array(new Uint8Array(bytes).buffer);
  for (let start = 0; start < vectors.length; start += DIMENSIONS) {
    normalise(vectors.subarray(start, start + DIMENSIONS));
  }
  return vectors;
}

/** The `count` nearest other rows of each row, nearest first. */
function nearestRows(sample: Float32Array, count: number): Int32Array {
  const rows = sample.length / DIMENSIONS;
  const nearest = new Int32Array(rows * count);
  const similarity = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let other = 0; other < rows; other++) similarity[other] = dot(sample, row, other);
    const order = Array.from({ length: rows }, (_, other) => other).filter((o) => o !== row);
    order.sort((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0) || a - b);
    nearest.set(order.slice(0, count), row * count);
  }
  return nearest;
}

function dot(vectors: Float32Array, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) {
    sum += (vectors[a * DIMENSIONS + i] ?? 0) * (vectors[b * DIMENSIONS + i] ?? 0);
  }
  return sum;
}

function normalise(vector: Float32Array): void {
  let squared = 0;
  for (const value of vector) squared += value * value;
  const factor = squared > 0 ? 1 / Math.sqrt(squared) : 0;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * factor;
}
