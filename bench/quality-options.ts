import { openEmbedder } from "akin-gallery/embedding";
import sharp from "sharp";
import type { BenchmarkContext, Table } from "./benchmark.js";
import { embedPhotos } from "./embed-photos.js";
import type { LabelledPhoto } from "./labelled-photos.js";
import { precisionOfEach } from "./precision.js";
import { quietEffects } from "./quiet-effects.js";

const VARIANTS = [
  { name: "neither", enhance: false, smartCrop: false },
  { name: "--enhance", enhance: true, smartCrop: false },
  { name: "--smart-crop (sharp's attention)", enhance: false, smartCrop: true },
  { name: "both", enhance: true, smartCrop: true },
  // No option of the product's: the other way to find the subject, by how much there is to see.
  { name: "a square by sharp's entropy", enhance: false, smartCrop: false, byEntropy: true },
];

/**
 * Whether the options that change photos before they are embedded help: precision at 5, and its difference from
 * neither, photo by photo, with its standard error. A difference of less than two of those says nothing.
 */
export async function optionsTable(
  albums: readonly { name: string; photos: LabelledPhoto[] }[],
  models: readonly [string, string][],
  context: BenchmarkContext,
): Promise<Table> {
  const rows: Table["rows"] = [];
  for (const [name, model] of models) {
    for (const album of albums) {
      let without: number[] = [];
      for (const { name: option, byEntropy, ...options } of VARIANTS) {
        const embedder = await openEmbedder({ model, ...options }, quietEffects(context));
        const crop = byEntropy ? squareByEntropy : undefined;
        const { vectors } = await embedPhotos(embedder, album.photos, crop);
        await embedder.close();
        const each = precisionOfEach(album.photos, vectors);
        if (option === "neither") without = each;
        const gains = each.map((value, i) => value - (without[i] ?? 0));
        const label = `${name}, ${album.name}: ${option}`;
        rows.push([label, mean(each), mean(gains), standardError(gains)]);
      }
      context.print(`${name}, ${album.name}: options compared`);
    }
  }
  return {
    title: "Photos changed before embedding: precision at 5",
    columns: ["model, photos: options", "precision at 5", "gain", "its standard error"],
    rows,
  };
}

function squareByEntropy(photo: string): Promise<Uint8Array> {
  const crop = { width: 512, height: 512, fit: "cover", position: "entropy" } as const;
  return sharp(photo).autoOrient().resize(crop).png().toBuffer();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
