import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BUILTIN_INPUT_SIZE } from "akin-browser/format";
import sharp from "sharp";

/** The standard error of a mean over all sets is then below 0.003. */
const PHOTOS_PER_SET = 500;

/** A sample of each set of photos, by set. Every set is to count the same. */
export function sampleSets(folder: string): { set: string; files: string[] }[] {
  return readdirSync(folder)
    .sort()
    .map((set) => {
      const files = readdirSync(join(folder, set)).sort();
      const step = Math.max(1, files.length / PHOTOS_PER_SET);
      const chosen = files.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
      return { set, files: chosen.map((file) => join(folder, set, file)) };
    });
}

/** A photo as `builtin` takes it. */
export async function builtinInput(file: string): Promise<Uint8Array> {
  return await sharp(file)
    .autoOrient()
    .resize(BUILTIN_INPUT_SIZE, BUILTIN_INPUT_SIZE, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer();
}
