import type { PublicPhoto } from "./public-photos.js";

/** Wider than this, a photo is a panorama, of which a tile shows too little. */
const WIDEST_COVER = 2;

/**
 * Whether a photo may stand for others on a tile.
 * @param lesser `images.id` of photos of bursts and duplicates that are not the one to keep
 */
export function suitsAsCover(
  { imageId, width, height }: PublicPhoto,
  lesser: ReadonlySet<number>,
): boolean {
  return width > height && width <= WIDEST_COVER * height && !lesser.has(imageId);
}

/** The first photo that suits, or else the first one; undefined in an empty album. */
export function coverOf(
  photos: readonly PublicPhoto[],
  lesser: ReadonlySet<number>,
): PublicPhoto | undefined {
  return photos.find((photo) => suitsAsCover(photo, lesser)) ?? photos[0];
}
