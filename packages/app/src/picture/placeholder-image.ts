import { thumbHashToDataURL } from "thumbhash";

/** Of the photos seen lately; each is a few kilobytes. */
const CAPACITY = 1000;
const known = new Map<string, string>();

/** A CSS image in the photo's own colours. @param placeholder ThumbHash, base64 */
export function placeholderImage(placeholder: string): string {
  const there = known.get(placeholder);
  if (there !== undefined) return there;
  const image = decode(placeholder);
  if (known.size >= CAPACITY) known.clear();
  known.set(placeholder, image);
  return image;
}

/** A photo whose placeholder is damaged is drawn without one. */
function decode(placeholder: string): string {
  try {
    const hash = Uint8Array.from(atob(placeholder), (character) => character.charCodeAt(0));
    return hash.length < 5 ? "none" : `url("${thumbHashToDataURL(hash)}")`;
  } catch {
    return "none";
  }
}
