import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { RandomNumbers } from "../onnx/random-numbers.js";

/** 12 megapixels, as phones take them. */
const [WIDTH, HEIGHT] = [4000, 3000];

/** Raised when photos are drawn differently, so that old ones are not taken for new ones. */
const VERSION = 2;

/**
 * Draws photos of about 4 MB whose JPEGs are as hard to decode as real ones: large shapes, each photo's own, and
 * texture and grain, which all take from one picture at different places. Photos of an earlier run are kept.
 *
 * @param folder gets a folder of `photo-0000.jpg` …
 * @returns their paths
 */
export async function drawPhotos(folder: string, count: number): Promise<string[]> {
  const versioned = join(folder, `photos-${VERSION}`);
  mkdirSync(versioned, { recursive: true });
  const names = Array.from({ length: count }, (_, i) => `photo-${String(i).padStart(4, "0")}.jpg`);
  const files = names.map((name) => join(versioned, name));
  let details: Int8Array | undefined;
  for (const [i, file] of files.entries()) {
    if (existsSync(file)) continue;
    details ??= await drawDetails();
    await drawPhoto(file, details, new RandomNumbers(1000 + 7919 * i));
  }
  return files;
}

/** Differences from a smooth picture: texture and, finer, grain as of a sensor. */
async function drawDetails(): Promise<Int8Array> {
  const random = new RandomNumbers(1);
  const texture = await noise(random, { width: 400, height: 300, deviation: 30 });
  const grain = await noise(random, { width: 2000, height: 1500, deviation: 14 });
  const details = new Int8Array(texture.length);
  for (let i = 0; i < details.length; i++) {
    details[i] = ((texture[i] ?? 0) + (grain[i] ?? 0) - 256) / 2;
  }
  return details;
}

async function drawPhoto(file: string, details: Int8Array, random: RandomNumbers): Promise<void> {
  const pixels = await noise(random, { width: 8, height: 6, deviation: 60 });
  // By whole pixels, so that colours stay what they are.
  const shift = 3 * Math.floor(random.uniform() * WIDTH * HEIGHT);
  for (let i = 0; i < pixels.length; i++) {
    const from = i + shift < pixels.length ? i + shift : i + shift - pixels.length;
    const value = (pixels[i] ?? 0) + 2 * (details[from] ?? 0);
    pixels[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
  const picture = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  await picture.jpeg({ quality: 88 }).toFile(`${file}.part`);
  renameSync(`${file}.part`, file);
}

/** Random colours around middle grey, smoothly enlarged to a photo's size. */
function noise(
  random: RandomNumbers,
  { width, height, deviation }: { width: number; height: number; deviation: number },
): Promise<Buffer> {
  const values = random.normal(width * height * 3, deviation);
  const pixels = Uint8ClampedArray.from(values, (value) => 128 + value);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer();
}
