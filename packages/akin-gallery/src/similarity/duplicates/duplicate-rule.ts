import {
  countBits,
  hashWords,
  nearestOrientation,
  ORIENTATIONS,
  orientedHash,
} from "./hash-bits.js";
import { orientedMiniature } from "./miniature.js";
import type { NeighbourPairs } from "./neighbour-pairs.js";
import {
  areDifferentShots,
  type GroupedPhoto,
  type LinkRule,
  type LinkStrength,
  type PhotoLink,
} from "./photo-links.js";
import { sameDetail } from "./same-detail.js";
import { similarHashes } from "./similar-hashes.js";

/** Hashes that differ more are of different photos: of crops by 10 %, 14 in 100 do. */
const MOST_DISTANCE = 16;

/** What the fine detail of duplicates has in common, see `sameDetail`. */
const LEAST_DETAIL = 0.75;

/** Beyond doubt: of 100 million pairs of varied photos the only ones were copies that had been overlooked. */
const STRONG = { mostDistance: 10, leastDetail: 0.85 };

/**
 * Duplicates: one photo's edits, sizes, formats, crops, rotations and mirror images. Candidates are pairs of near
 * hashes, wherever they are, and pairs of neighbours whose hashes are less near, as those of crops are; what decides is
 * the fine detail.
 *
 * @param miniatureOf the miniature of the photo at a position
 */
export function duplicateRule(
  photos: readonly GroupedPhoto[],
  neighbours: NeighbourPairs,
  miniatureOf: (position: number) => Uint8Array | undefined,
): LinkRule {
  const hashes = photos.map(({ perceptualHash }) => perceptualHash);
  const strength = (a: number, b: number): LinkStrength => {
    const [photoA, photoB] = [photos[a], photos[b]];
    if (!photoA || !photoB) return "none";
    if (photoA.contentHash === photoB.contentHash) return "strong";
    if (areDifferentShots(photoA, photoB)) return "none";
    const near = nearestOrientation(photoA.perceptualHash, photoB.perceptualHash);
    if (near.distance > MOST_DISTANCE) return "none";
    const [miniatureA, miniatureB] = [miniatureOf(a), miniatureOf(b)];
    if (!miniatureA || !miniatureB) return "none";
    const detail = sameDetail(orientedMiniature(miniatureA, near.orientation), miniatureB);
    if (detail < LEAST_DETAIL) return "none";
    const isStrong = near.distance <= STRONG.mostDistance && detail >= STRONG.leastDetail;
    return isStrong ? "strong" : "weak";
  };
  const near = [...copies(photos), ...similarPhotos(hashes), ...nearNeighbours(hashes, neighbours)];
  return { kind: "duplicate", candidates: near, strength };
}

/** Photos of one content, each with the first of them. */
function copies(photos: readonly GroupedPhoto[]): PhotoLink[] {
  const first = new Map<string, number>();
  const links: PhotoLink[] = [];
  for (const [b, { contentHash }] of photos.entries()) {
    const a = first.get(contentHash);
    if (a === undefined) first.set(contentHash, b);
    else links.push({ a, b, distance: -1 });
  }
  return links;
}

/** Even pictures, whose hash says nothing, are left out. */
function similarPhotos(hashes: readonly Uint8Array[]): PhotoLink[] {
  const positions = [...hashes.keys()].filter((i) => hashes[i]?.some((byte) => byte !== 0));
  const telling = positions.map((position) => hashes[position] ?? new Uint8Array(8));
  return similarHashes(telling).map(({ a, b, distance }) => ({
    a: positions[a] ?? 0,
    b: positions[b] ?? 0,
    distance,
  }));
}

function nearNeighbours(hashes: readonly Uint8Array[], neighbours: NeighbourPairs): PhotoLink[] {
  const words = hashes.map(hashWords);
  let laid: [low: number, high: number][] = [];
  let laidFor = -1;
  const links: PhotoLink[] = [];
  for (const { a, b } of neighbours.pairs()) {
    const [hash, other] = [hashes[a], words[b]];
    if (!hash || !other) continue;
    if (laidFor !== a)
      laid = ORIENTATIONS.map((orientation) => hashWords(orientedHash(hash, orientation)));
    laidFor = a;
    let distance = MOST_DISTANCE + 1;
    for (const [low, high] of laid) {
      distance = Math.min(distance, countBits(low ^ other[0]) + countBits(high ^ other[1]));
    }
    if (distance <= MOST_DISTANCE) links.push({ a, b, distance });
  }
  return links;
}
