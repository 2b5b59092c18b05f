import { thumbHashToRGBA } from "thumbhash";

/** A placeholder as pixels, at most 32 in both directions; null if it is damaged. */
export function placeholderPixels(placeholder: string): ImageData | null {
  try {
    const hash = Uint8Array.from(atob(placeholder), (character) => character.charCodeAt(0));
    if (hash.length < 5) return null;
    const { w, h, rgba } = thumbHashToRGBA(hash);
    return new ImageData(Uint8ClampedArray.from(rgba), w, h);
  } catch {
    return null;
  }
}
