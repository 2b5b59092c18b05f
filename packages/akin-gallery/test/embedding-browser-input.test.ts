import { networkInput, type Preprocessing } from "akin-browser/format";
import sharp from "sharp";
import { expect, it } from "vitest";
import { preprocess } from "../src/embedding/preprocessing.js";
import { parsePreprocessing } from "../src/embedding/preprocessing-config.js";
import { rasterise } from "../src/photos/raster.js";

const CLIP = { size: 224, crop_size: 224, do_center_crop: true, do_normalize: false };
const SQUARE = { size: { width: 56, height: 40 }, do_normalize: false };
const CUT_ONLY = { do_resize: false, crop_size: 90, do_center_crop: true, do_normalize: false };

/** Noise, softened: neither flat nor without likeness of neighbours. */
async function picture(width: number, height: number) {
  let seed = 7;
  const noise = Uint8Array.from({ length: width * height * 3 }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed >>> 24;
  });
  return rasterise(sharp(noise, { raw: { width, height, channels: 3 } }).blur(0.8));
}

/** Largest difference of two inputs, in steps of a pixel's 256. */
async function difference(
  [width, height]: readonly [number, number],
  preprocessing: Preprocessing,
  enhance: boolean,
): Promise<number> {
  const raster = await picture(width, height);
  const inNode = await preprocess(raster, preprocessing, { enhance, smartCrop: false });
  const rgb = new Uint8ClampedArray(raster.rgb);
  const inPage = networkInput({ rgb, width, height }, preprocessing, enhance);
  expect(inPage).toHaveLength(inNode.length);
  return inPage.reduce((most, x, i) => Math.max(most, Math.abs(x - (inNode[i] ?? 0))), 0) * 255;
}

/** Larger, smaller, long, and of the very size. */
const SIZES = [
  [640, 480],
  [301, 977],
  [1800, 1207],
  [224, 224],
  [100, 90],
  [2000, 60],
] as const;

/** Roundings of the two steps, where a picture becomes larger. */
const ROUNDING = 2.01;

it.each([
  { ...CLIP, resample: 1 },
  { ...CLIP, resample: 2 },
  { ...CLIP, resample: 3 },
  { ...SQUARE, resample: 3 },
  CUT_ONLY,
])("pages make a network's input as Node does: %o", async (config) => {
  const preprocessing = parsePreprocessing(config, "test");
  for (const size of SIZES) {
    expect(await difference(size, preprocessing, false), String(size)).toBeLessThan(ROUNDING);
  }
});

it("also of enhanced pictures", async () => {
  const preprocessing = parsePreprocessing({ ...CLIP, resample: 3 }, "test");
  for (const size of SIZES.slice(3)) {
    expect(await difference(size, preprocessing, true), String(size)).toBeLessThan(ROUNDING);
  }
});
