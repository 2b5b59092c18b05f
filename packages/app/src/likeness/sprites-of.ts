import type { MapPhoto } from "akin-browser";
import type { MapPhotos } from "./map-photos.js";
import type { Sprite } from "./map-renderer.js";
import type { Thumbnails } from "./thumbnails.js";

/** Milliseconds in which a picture fades in, as in the grid. */
const FADE = 120;

/**
 * The pictures of some rows: each photo's own over its placeholder until it has faded in, placeholders alone where it is not there.
 *
 * @param size longest side on the screen in CSS pixels
 * @param calm whether nothing may move
 * @returns them, and whether one is still fading in
 */
export function spritesOf(
  rows: readonly number[],
  { photos, thumbnails }: { photos: MapPhotos; thumbnails: Thumbnails },
  size: number,
  now: number,
  calm: boolean,
): { sprites: Sprite[]; isFading: boolean } {
  const sprites: Sprite[] = [];
  let isFading = false;
  for (const row of rows) {
    const photo = photos.find(row);
    if (photo === undefined) continue;
    const box = boxOf(photo, size);
    const picture = thumbnails.photoSlot(row);
    const opacity = picture ? (calm ? 1 : Math.min(1, (now - picture.since) / FADE)) : 0;
    const placeholder = opacity < 1 ? thumbnails.placeholderSlot(row) : undefined;
    if (placeholder !== undefined) {
      sprites.push({ row, layer: "placeholders", slot: placeholder, ...box, opacity: 1 });
    }
    if (picture !== undefined) {
      isFading ||= opacity < 1;
      sprites.push({
        row,
        layer: "photos",
        slot: picture.slot,
        ...box,
        opacity: Math.max(0, opacity),
      });
    }
  }
  return { sprites, isFading };
}

/** A photo's size when its longest side is `size`. */
export function boxOf({ width, height }: Pick<MapPhoto, "width" | "height">, size: number) {
  const share = size / Math.max(width, height);
  return { width: width * share, height: height * share };
}
