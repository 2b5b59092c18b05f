import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BUILTIN_DIMENSIONS, BUILTIN_INPUT_SIZE, builtinFeatures } from "akin-browser/format";
import sharp from "sharp";

/** The standard error of a mean over all sets is then below 0.003. */
const PHOTOS_PER_SET = 500;

const TARGET = "packages/akin-browser/src/format/builtin/builtin-centre.ts";

/**
 * `node bench/dist/builtin-centre.js <folder>` makes `builtin-centre.ts`: the mean features of photos in general.
 *
 * @param folder a folder with a folder of photos for each set; every set counts the same
 */
async function main(folder: string): Promise<void> {
  const sets = readdirSync(folder).sort();
  const centre = new Float64Array(BUILTIN_DIMENSIONS);
  let photos = 0;
  for (const set of sets) {
    const files = readdirSync(join(folder, set)).sort();
    const step = Math.max(1, files.length / PHOTOS_PER_SET);
    const chosen = files.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    for (const file of chosen) {
      const features = await featuresOf(join(folder, set, file));
      for (const [i, value] of features.entries()) {
        centre[i] = (centre[i] ?? 0) + value / chosen.length / sets.length;
      }
    }
    photos += chosen.length;
    console.log(`${set}: ${chosen.length} photos`);
  }
  const values = Array.from(centre, (value) => Math.round(value * 10_000));
  writeFileSync(
    resolve(TARGET),
    `// Made by bench/builtin-centre.ts; see bench/README.md for the photos.

/** The mean of \`builtinFeatures\` over ${photos} varied photos, in ten-thousandths. */
export const BUILTIN_CENTRE: readonly number[] = [${values.join(", ")}];
`,
  );
}

async function featuresOf(file: string): Promise<Float32Array> {
  const rgb = await sharp(file)
    .autoOrient()
    .resize(BUILTIN_INPUT_SIZE, BUILTIN_INPUT_SIZE, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer();
  return builtinFeatures(rgb, BUILTIN_INPUT_SIZE, BUILTIN_INPUT_SIZE);
}

await main(resolve(process.argv[2] ?? "."));
