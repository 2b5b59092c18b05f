import type { AlbumFolder } from "akin-browser";
import { describePhotoCount } from "../text/measures.js";

/** "12 photos · 2019–2024". */
export function describeFolder({ photos, from, to }: AlbumFolder): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  const years = first === last ? first : `${first}–${last}`;
  return years === undefined
    ? describePhotoCount(photos)
    : `${describePhotoCount(photos)} · ${years}`;
}
