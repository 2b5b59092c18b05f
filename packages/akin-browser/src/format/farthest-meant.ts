import { quantile } from "./quantile.js";

/** Of a normal distribution, from its middle to its quartile, in standard deviations. */
const QUARTILE = 0.6745;
/** And at least so much of the way from the middle to the nearest photo. */
const OF_THE_NEAREST = 0.4;
/** Photos that hardly differ are none of them meant. */
const LEAST_DEVIATION = 1e-3;
/** Standard deviations nearer than the middle: at least so many, */
const LEAST = 1.5;
/** and so many in a gallery of thousands, where by chance alone one photo of 740 is as near. */
const MOST = 3;

/**
 * How far a photo may be from some words to be meant by them. Cosines of words and photos mean nothing by themselves: they
 * differ by model and by word. So the gallery's photos, most of which show something else, say what is far: those beyond
 * the middle tell the spread, which the ones that are meant, on the other side, don't widen. By chance about one photo
 * of the gallery is as near.
 *
 * @param sorted cosine distances of the words to all photos, or to a fair sample of them, ascending
 * @param photos how many there are
 * @param nearest the least distance of all
 */
export function farthestMeant(
  sorted: Float64Array,
  photos = sorted.length,
  nearest = sorted[0] ?? 0,
): number {
  const middle = quantile(sorted, 0.5);
  const deviation = Math.max(LEAST_DEVIATION, (quantile(sorted, 0.75) - middle) / QUARTILE);
  const byChance = middle - deviation * deviations(photos);
  return Math.min(byChance, middle - OF_THE_NEAREST * (middle - nearest));
}

/** About how far the nearest of so many normal values is: sqrt(2 ln n) less its first correction. */
function deviations(photos: number): number {
  const root = Math.sqrt(2 * Math.log(Math.max(2, photos)));
  const nearest =
    root - (Math.log(Math.log(Math.max(3, photos))) + Math.log(4 * Math.PI)) / (2 * root);
  return Math.min(MOST, Math.max(LEAST, nearest));
}
