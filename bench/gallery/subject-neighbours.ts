import { DIMENSIONS, type FittedMixture } from "./fitted-mixture.js";
import type { GeneratedPhoto } from "./photo-rows.js";

/** Neighbours stored of each photo. */
export const NEIGHBOURS = 24;

/** The nearest others of a photo, as `[id, cosine distance]`. */
export interface StoredNeighbours {
  id: number;
  nearest: [id: number, distance: number][];
}

/** What of a photo neighbours need. */
export type SubjectPhoto = Pick<GeneratedPhoto, "number" | "subject"> & { id: number };

/**
 * The nearest others of each photo among those of its subject. They are not all of the nearest of the whole album, but
 * as many, as near, and as spread over time; and they take minutes for a million photos, not days.
 */
export function* subjectNeighbours(
  photos: readonly SubjectPhoto[],
  mixture: FittedMixture,
  count = NEIGHBOURS,
): Generator<StoredNeighbours> {
  for (const group of bySubject(photos)) {
    const vectors = group.map((photo) => mixture.draw(photo.subject, photo.number));
    for (const [row, { id }] of group.entries()) {
      const nearest = group.map((other, index): [number, number] => [
        other.id,
        1 - dot(vectors[row], vectors[index]),
      ]);
      nearest.splice(row, 1);
      nearest.sort(([a, near], [b, far]) => near - far || a - b);
      yield { id, nearest: nearest.slice(0, count) };
    }
  }
}

function bySubject(photos: readonly SubjectPhoto[]): Iterable<SubjectPhoto[]> {
  const groups = new Map<number, SubjectPhoto[]>();
  for (const photo of photos) {
    const group = groups.get(photo.subject);
    if (group) group.push(photo);
    else groups.set(photo.subject, [photo]);
  }
  return groups.values();
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
