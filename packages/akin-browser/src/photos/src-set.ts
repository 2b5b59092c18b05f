import { availableSizes } from "../format/manifest.js";

/**
 * The value of `srcset` for a photo's published images.
 *
 * The file of size s holds an image whose longest side is min(s, the original's), so that the width that browsers
 * choose by is worked out from the original's shape.
 *
 * @param urlOf the URL of the file of a size
 */
export function srcSet(
  photo: { width: number; height: number },
  imageSizes: readonly number[],
  urlOf: (size: number) => string,
): string {
  const longest = Math.max(photo.width, photo.height);
  return availableSizes(photo.width, photo.height, imageSizes)
    .map((size) => {
      const scale = Math.min(size, longest) / longest;
      return `${urlOf(size)} ${Math.max(1, Math.round(photo.width * scale))}w`;
    })
    .join(", ");
}
