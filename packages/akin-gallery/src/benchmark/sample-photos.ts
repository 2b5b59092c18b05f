import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { AkinError } from "../akin-error.js";
import { type FindOptions, findPhotos } from "../photos/find-photos.js";

/** Photos to measure with. */
export interface PhotoSample {
  files: string[];
  /** Photos in the folder; null for generated ones. */
  count: number | null;
  /** Removes generated photos. */
  remove(): void;
}

/**
 * Takes photos from all over a folder, evenly.
 * @throws AkinError NO_PHOTOS if there are none
 */
export async function samplePhotos(
  folder: string,
  most: number,
  options: FindOptions,
): Promise<PhotoSample> {
  const { photos } = await findPhotos(folder, options);
  if (photos.length === 0) throw new AkinError("NO_PHOTOS", `there are no photos in ${folder}`);
  const step = Math.max(1, photos.length / most);
  const files: string[] = [];
  for (let at = 0; at < photos.length && files.length < most; at += step) {
    const photo = photos[Math.floor(at)];
    if (photo) files.push(photo.file);
  }
  return { files, count: photos.length, remove() {} };
}

const GENERATED = 4;

/** Draws photos of 12 megapixels, as a telephone takes them: blurred noise, so that they decode as slowly as photos. */
export async function generatePhotos(count: number): Promise<PhotoSample> {
  const folder = mkdtempSync(join(tmpdir(), "akin-benchmark-"));
  const drawn = Array.from({ length: Math.min(GENERATED, count) }, (_, index) =>
    join(folder, `${index}.jpg`),
  );
  for (const file of drawn) await drawPhoto(file);
  const files = Array.from({ length: count }, (_, index) => drawn[index % drawn.length] ?? "");
  return { files, count: null, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function drawPhoto(file: string): Promise<void> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const small = await sharp({
    create: { width: 1000, height: 750, channels: 3, background: "grey", noise },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  await sharp(small).resize(4000, 3000).jpeg({ quality: 85 }).toFile(file);
}
