/** What makes photos belong together. */
export type GroupKind = "duplicate" | "burst";

/** A photo as the search for duplicates and bursts sees it. */
export interface GroupedPhoto {
  id: number;
  /** Photos of the same hash are copies. */
  contentHash: string;
  /** 8 bytes. */
  perceptualHash: Uint8Array;
  /** Milliseconds since 1970, as if the camera's clock were UTC; null where the time of day isn't known. */
  takenAt: number | null;
  /** Make and model; null where it isn't known. */
  camera: string | null;
}

/** Two photos that may belong together. */
export interface PhotoLink {
  /** Positions in the list of photos; `a < b`. */
  a: number;
  b: number;
  /** Differing bits of the hashes: what is nearer is joined first. */
  distance: number;
}

/** How sure it is that two photos belong together. A weak link alone does not join groups. */
export type LinkStrength = "none" | "weak" | "strong";

/** One kind of link: where there may be some, and whether there is one. */
export interface LinkRule {
  kind: GroupKind;
  candidates: readonly PhotoLink[];
  strength(a: number, b: number): LinkStrength;
}

/**
 * Whether two photos are different shots: of one camera, at different times. An edit keeps the time of its original,
 * so these are never duplicates of each other, however alike.
 */
export function areDifferentShots(a: GroupedPhoto, b: GroupedPhoto): boolean {
  if (a.camera === null || a.camera !== b.camera) return false;
  return a.takenAt !== null && b.takenAt !== null && a.takenAt !== b.takenAt;
}
