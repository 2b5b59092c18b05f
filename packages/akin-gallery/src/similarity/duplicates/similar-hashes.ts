import {
  bit,
  countBits,
  hashWords,
  ORIENTATIONS,
  type Orientation,
  orientedHash,
} from "./hash-bits.js";

/** Two photos whose hashes are near each other, the first one laid so. */
export interface HashPair {
  /** Positions in the list of hashes; `a < b`. */
  a: number;
  b: number;
  /** How `a` is laid to be nearest to `b`. */
  orientation: Orientation;
  /** Differing bits. */
  distance: number;
}

const BANDS = 4;
const BAND_BITS = 16;

/**
 * Two hashes that differ in up to 7 of 64 bits agree in one of four bands of 16 bits, but for one bit at most
 * (multi-index hashing: Norouzi, Punjani and Fleet, 2012); farther ones may be met as well, or not.
 */
const SURE_DISTANCE = 7;

/** Entries of one band that are looked at: where thousands of photos are all but the same, a few tell. */
const MOST_IN_BUCKET = 256;

/** Pairs of one photo. */
const MOST_PAIRS = 64;

/**
 * The pairs of photos whose hashes differ in at most 7 bits, in any of the eight ways to lay one of them, without
 * comparing all with all: 100,000 hashes take about 2 s.
 *
 * @param hashes 8 bytes each
 * @returns ascending by `a`, then `b`; of more than 64 of one photo only the nearest
 */
export function similarHashes(hashes: readonly Uint8Array[]): HashPair[] {
  const words = Uint32Array.from(hashes.flatMap(hashWords));
  const index = bandIndex(hashes);
  const pairs: HashPair[] = [];
  const seen = new Int32Array(hashes.length).fill(-1);
  for (const [a, hash] of hashes.entries()) {
    const found = new Map<number, HashPair>();
    for (const orientation of ORIENTATIONS) {
      const laid = orientedHash(hash, orientation);
      const [low, high] = hashWords(laid);
      const stamp = a * ORIENTATIONS.length + orientation;
      visitCandidates(index, laid, a, (b) => {
        if (seen[b] === stamp) return;
        seen[b] = stamp;
        const distance =
          countBits(low ^ (words[2 * b] ?? 0)) + countBits(high ^ (words[2 * b + 1] ?? 0));
        if (distance > SURE_DISTANCE || distance >= (found.get(b)?.distance ?? 65)) return;
        found.set(b, { a, b, orientation, distance });
      });
    }
    pairs.push(...nearest([...found.values()]));
  }
  return pairs;
}

/** For each band and value of it the photos that have it, ascending: those of `starts[v]` to `starts[v + 1]`. */
interface Band {
  starts: Uint32Array;
  photos: Uint32Array;
}

function bandIndex(hashes: readonly Uint8Array[]): Band[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const values = hashes.map((hash) => bandOf(hash, band));
    const starts = new Uint32Array((1 << BAND_BITS) + 1);
    for (const value of values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = starts.slice();
    const photos = new Uint32Array(hashes.length);
    for (const [photo, value] of values.entries()) {
      const place = next[value] ?? 0;
      photos[place] = photo;
      next[value] = place + 1;
    }
    return { starts, photos };
  });
}

/** Visits the photos after `a` that share a band with a hash, or all of it but one bit. */
function visitCandidates(
  index: readonly Band[],
  hash: Uint8Array,
  a: number,
  visit: (b: number) => void,
): void {
  for (const [band, { starts, photos }] of index.entries()) {
    const value = bandOf(hash, band);
    for (let flipped = -1; flipped < BAND_BITS; flipped++) {
      const near = flipped < 0 ? value : value ^ (1 << flipped);
      const last = (starts[near + 1] ?? 0) - 1;
      const first = Math.max(starts[near] ?? 0, last - MOST_IN_BUCKET + 1);
      for (let i = last; i >= first; i--) {
        const photo = photos[i] ?? 0;
        if (photo <= a) break;
        visit(photo);
      }
    }
  }
}

/** Every fourth bit, so that low frequencies, which many photos share, don't stand in one band. */
function bandOf(hash: Uint8Array, band: number): number {
  let value = 0;
  for (let i = 0; i < BAND_BITS; i++) value |= bit(hash, i * BANDS + band) << i;
  return value;
}

function nearest(pairs: HashPair[]): HashPair[] {
  if (pairs.length > MOST_PAIRS) {
    pairs.sort((one, other) => one.distance - other.distance || one.b - other.b);
    pairs.length = MOST_PAIRS;
  }
  return pairs.sort((one, other) => one.b - other.b);
}
