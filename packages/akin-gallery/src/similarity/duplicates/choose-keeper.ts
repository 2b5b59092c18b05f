import type { GroupKind } from "./photo-links.js";

/** What decides which photo of a group is the best. */
export interface KeepCandidate {
  path: string;
  /** Pixels. */
  width: number;
  height: number;
  /** See `sharpness`. */
  sharpness: number;
  /** Bytes. */
  fileSize: number;
}

/** A copy that is so much sharper than its like was sharpened. */
const SHARPENED = 1.5;

/**
 * The photo of a group to keep: the one with the most pixels; among those of one size the sharpest, by more than a
 * tenth; then the largest file; then the first by path. Of duplicates, sharpened ones count as no sharper than the
 * middle one of their size: an edit shows nothing that its original doesn't.
 */
export function chooseKeeper<T extends KeepCandidate>(
  photos: readonly T[],
  kind: GroupKind,
): T | undefined {
  const most = Math.max(...photos.map(pixels));
  const largest = photos.filter((photo) => pixels(photo) === most);
  const sharpnesses = largest.map(({ sharpness }) => sharpness).sort((a, b) => a - b);
  const middle = sharpnesses[Math.floor(sharpnesses.length / 2)] ?? 0;
  const levelOf = ({ sharpness }: T) => {
    const isSharpened = kind === "duplicate" && sharpness > middle * SHARPENED;
    return sharpnessLevel(isSharpened ? middle : sharpness);
  };
  return largest.sort(
    (a, b) => levelOf(b) - levelOf(a) || b.fileSize - a.fileSize || (a.path < b.path ? -1 : 1),
  )[0];
}

function pixels({ width, height }: KeepCandidate): number {
  return width * height;
}

/** In steps of a tenth: finer differences are noise. */
function sharpnessLevel(sharpness: number): number {
  return Math.round(Math.log(Math.max(sharpness, 1e-9)) / Math.log(1.1));
}
