import { HASH_BYTES, HASH_FREQUENCIES } from "./perceptual-hash.js";

/**
 * The eight ways to lay a photo: bit 2, swapped about the diagonal that runs down from the upper left; after that
 * bit 0, mirrored left to right; bit 1, mirrored top to bottom. 0 is the photo as it is.
 */
export type Orientation = number;

export const ORIENTATIONS: readonly Orientation[] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Where each frequency's mirror image about the diagonal stands. */
const SWAPPED = HASH_FREQUENCIES.map(({ across, down }) =>
  HASH_FREQUENCIES.findIndex((other) => other.across === down && other.down === across),
);

const ODD_ACROSS = hashWhere(({ across }) => across % 2 === 1);
const ODD_DOWN = hashWhere(({ down }) => down % 2 === 1);

/**
 * The hash of the photo laid otherwise, exactly, from its hash alone: a mirror image changes the sign of all odd
 * frequencies of its direction, the diagonal swaps directions.
 */
export function orientedHash(hash: Uint8Array, orientation: Orientation): Uint8Array {
  const swapped = orientation & 4 ? swap(hash) : hash;
  return swapped.map((byte, i) => {
    const across = orientation & 1 ? (ODD_ACROSS[i] ?? 0) : 0;
    const down = orientation & 2 ? (ODD_DOWN[i] ?? 0) : 0;
    return byte ^ across ^ down;
  });
}

/** The two halves of a hash as unsigned 32-bit numbers. */
export function hashWords(hash: Uint8Array): [low: number, high: number] {
  return [wordAt(hash, 0), wordAt(hash, 4)];
}

/** By hand: a DataView for each hash takes ten times as long. */
function wordAt(hash: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [hash[at], hash[at + 1], hash[at + 2], hash[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/** How many of 32 bits are set (Warren, "Hacker's Delight", 5-1). */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In how many of its 64 bits one hash differs from another, laid as it is nearest; ties: the lowest orientation. */
export function nearestOrientation(
  hash: Uint8Array,
  other: Uint8Array,
): { orientation: Orientation; distance: number } {
  const [lowB, highB] = hashWords(other);
  let nearest = { orientation: 0, distance: 65 };
  for (const orientation of ORIENTATIONS) {
    const [lowA, highA] = hashWords(orientedHash(hash, orientation));
    const distance = countBits(lowA ^ lowB) + countBits(highA ^ highB);
    if (distance < nearest.distance) nearest = { orientation, distance };
  }
  return nearest;
}

/** In how many of their 64 bits two hashes differ. */
export function hashDistance(a: Uint8Array, b: Uint8Array): number {
  const [lowA, highA] = hashWords(a);
  const [lowB, highB] = hashWords(b);
  return countBits(lowA ^ lowB) + countBits(highA ^ highB);
}

function swap(hash: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(HASH_BYTES);
  for (const [i, from] of SWAPPED.entries()) {
    if (bit(hash, from)) swapped[i >> 3] = (swapped[i >> 3] ?? 0) | (1 << (i & 7));
  }
  return swapped;
}

function hashWhere(isSet: (frequency: (typeof HASH_FREQUENCIES)[number]) => boolean): Uint8Array {
  const hash = new Uint8Array(HASH_BYTES);
  for (const [i, frequency] of HASH_FREQUENCIES.entries()) {
    if (isSet(frequency)) hash[i >> 3] = (hash[i >> 3] ?? 0) | (1 << (i & 7));
  }
  return hash;
}

/** 1 or 0. */
export function bit(hash: Uint8Array, i: number): number {
  return ((hash[i >> 3] ?? 0) >> (i & 7)) & 1;
}
