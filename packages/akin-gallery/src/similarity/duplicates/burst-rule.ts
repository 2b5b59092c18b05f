import { hashDistance } from "./hash-bits.js";
import type { NeighbourPairs } from "./neighbour-pairs.js";
import type { GroupedPhoto, LinkRule, LinkStrength, PhotoLink } from "./photo-links.js";

/** Between two shots of one burst. */
const MOST_SECONDS = 5;

/** Shots compared with the ones that follow: enough for 20 a second. */
const MOST_FOLLOWING = 100;

/** Of 100 unrelated photos, 1 is no farther from another by its hash. */
const MOST_DISTANCE = 22;

/** Of 10,000, none. */
const STRONG_DISTANCE = 14;

/** Cosine of the looks' angle: of edits of one photo, 99 in 100 are nearer. */
const LEAST_LOOK = 0.5;

/**
 * Bursts: shots of one moment, by one camera, within seconds of each other, that are among each other's neighbours and
 * look alike.
 *
 * @param lookOf the cosine of two photos' looks, by position
 */
export function burstRule(
  photos: readonly GroupedPhoto[],
  neighbours: NeighbourPairs,
  lookCosine: (a: number, b: number) => number,
): LinkRule {
  const strength = (a: number, b: number): LinkStrength => {
    const [photoA, photoB] = [photos[a], photos[b]];
    if (!photoA || !photoB || !areSecondsApart(photoA, photoB)) return "none";
    if (!neighbours.areMutual(a, b) || lookCosine(a, b) < LEAST_LOOK) return "none";
    const distance = hashDistance(photoA.perceptualHash, photoB.perceptualHash);
    if (distance > MOST_DISTANCE) return "none";
    return distance <= STRONG_DISTANCE ? "strong" : "weak";
  };
  return { kind: "burst", candidates: candidates(photos), strength };
}

function areSecondsApart(a: GroupedPhoto, b: GroupedPhoto): boolean {
  if (a.camera === null || a.camera !== b.camera) return false;
  if (a.takenAt === null || b.takenAt === null) return false;
  return Math.abs(a.takenAt - b.takenAt) <= MOST_SECONDS * 1000;
}

function candidates(photos: readonly GroupedPhoto[]): PhotoLink[] {
  const order = [...photos.keys()].filter((i) => photos[i]?.takenAt !== null && photos[i]?.camera);
  const timeOf = (i: number) => photos[i]?.takenAt ?? 0;
  const cameraOf = (i: number) => photos[i]?.camera ?? "";
  order.sort((a, b) => compare(cameraOf(a), cameraOf(b)) || timeOf(a) - timeOf(b) || a - b);
  const links: PhotoLink[] = [];
  for (const [place, one] of order.entries()) {
    for (const other of order.slice(place + 1, place + 1 + MOST_FOLLOWING)) {
      const [photo, following] = [photos[one], photos[other]];
      if (!photo || !following || !areSecondsApart(photo, following)) break;
      const distance = hashDistance(photo.perceptualHash, following.perceptualHash);
      links.push({ a: Math.min(one, other), b: Math.max(one, other), distance });
    }
  }
  return links;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
