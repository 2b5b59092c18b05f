/** A screenful at usual density: soon there, and good enough until the full size is. */
const PREVIEW = 800;

/**
 * The sizes to load one after the other until a photo is sharp.
 *
 * @param sizes the photo's published sizes, ascending
 * @param needed longest side on the screen, in device pixels
 * @param known the size that is on the screen already, 0 for none
 */
export function imageLevels(sizes: readonly number[], needed: number, known: number): number[] {
  const sharp = sizes.find((size) => size >= needed) ?? sizes.at(-1);
  const preview = sizes.find((size) => size >= PREVIEW);
  const levels = [sizes[0], preview, sharp].filter((size) => size !== undefined);
  return [...new Set(levels)].filter((size) => size > known && size <= (sharp ?? 0));
}
