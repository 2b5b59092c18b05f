import { RandomNumbers } from "./random-numbers.js";

/** The directions in which vectors vary most. */
export interface PrincipalPlane {
  mean: Float64Array;
  /** Two of unit length, at right angles. */
  axes: [Float64Array, Float64Array];
}

/** More would turn the plane by less than the layout does afterwards. */
const ROUNDS = 12;

/**
 * The first two principal components, by subspace iteration from a fixed start.
 * @param sample vectors of one length, at least one
 */
export function principalPlane(sample: readonly Float32Array[]): PrincipalPlane {
  const dimensions = sample[0]?.length ?? 0;
  const mean = new Float64Array(dimensions);
  for (const vector of sample) addTo(mean, vector, 1 / sample.length);
  const random = new RandomNumbers(1);
  const start = () => Float64Array.from(mean, () => random.uniform() - 0.5);
  let axes = orthonormal(start(), start());
  for (let round = 0; round < ROUNDS; round++) {
    const next: PrincipalPlane["axes"] = [
      new Float64Array(dimensions),
      new Float64Array(dimensions),
    ];
    const offsets = axes.map((axis) => dot(mean, axis));
    for (const vector of sample) {
      for (const index of [0, 1] as const) {
        const along = dot(vector, axes[index]) - (offsets[index] ?? 0);
        addTo(next[index], vector, along);
        addTo(next[index], mean, -along);
      }
    }
    axes = orthonormal(...next);
  }
  return { mean, axes };
}

/** Where a vector lies in the plane, as x and y. */
export function inPlane({ mean, axes }: PrincipalPlane, vector: Float32Array): [number, number] {
  return [dot(vector, axes[0]) - dot(mean, axes[0]), dot(vector, axes[1]) - dot(mean, axes[1])];
}

function orthonormal(first: Float64Array, second: Float64Array): PrincipalPlane["axes"] {
  const unit = normalised(first);
  addTo(second, unit, -dot(second, unit));
  return [unit, normalised(second)];
}

/** Stays as it is where vectors don't vary: an axis of zeros, on which all of them are at 0. */
function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

type Numbers = Float32Array | Float64Array;

function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addTo(target: Float64Array, vector: Numbers, times: number): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] as number) + times * (vector[i] as number);
  }
}
