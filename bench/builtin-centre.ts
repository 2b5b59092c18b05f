import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { BUILTIN_DIMENSIONS, BUILTIN_INPUT_SIZE, builtinFeatures } from "akin-browser/format";
import { builtinInput, sampleSets } from "./training-photos.js";

const TARGET = "packages/akin-browser/src/format/builtin/builtin-centre.ts";

/**
 * `node bench/dist/builtin-centre.js <folder>` makes `builtin-centre.ts`: the mean features of photos in general.
 *
 * @param folder a folder with a folder of photos for each set; every set counts the same
 */
async function main(folder: string): Promise<void> {
  const sets = sampleSets(folder);
  const centre = new Float64Array(BUILTIN_DIMENSIONS);
  let photos = 0;
  for (const { set, files } of sets) {
    for (const file of files) {
      const rgb = await builtinInput(file);
      const features = builtinFeatures(rgb, BUILTIN_INPUT_SIZE, BUILTIN_INPUT_SIZE);
      for (const [i, value] of features.entries()) {
        centre[i] = (centre[i] ?? 0) + value / files.length / sets.length;
      }
    }
    photos += files.length;
    console.log(`${set}: ${files.length} photos`);
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

await main(resolve(process.argv[2] ?? "."));
