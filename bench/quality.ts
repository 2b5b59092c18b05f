import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BUILTIN_INPUT_SIZE, builtinFeatures } from "akin-browser/format";
import { type EmbedderInput, openEmbedder } from "akin-gallery/embedding";
import { type Benchmark, type BenchmarkContext, type Figure, figure } from "./benchmark.js";
import { embedPhotos } from "./embed-photos.js";
import { type LabelledPhoto, labelledPhotos } from "./labelled-photos.js";
import { precision } from "./precision.js";
import { ablationTable, type DescribedAlbum } from "./quality-ablation.js";
import { optionsTable } from "./quality-options.js";
import { measureQuantised } from "./quality-quantised.js";
import { quietEffects } from "./quiet-effects.js";

export interface Album {
  name: string;
  photos: LabelledPhoto[];
  /** The least precision at 5 that is asked of a model here. */
  asked: Record<string, number>;
}

/** How often the photos that an embedder finds nearest show the same kind of thing. */
export const quality: Benchmark = {
  name: "quality",
  describe: "precision of the embedders on labelled photos, and what each part of builtin adds",
  async run(context) {
    const albums = findAlbums(context);
    const figures: Figure[] = [];
    const described: DescribedAlbum[] = [];
    const models = findModels(context);
    for (const [model, source] of models) {
      const embedder = await openEmbedder({ model: source }, quietEffects(context));
      for (const album of albums) {
        const { vectors, inputs, prepareMs, embedMs } = await embedPhotos(embedder, album.photos);
        figures.push(...precisionFigures(model, album, vectors));
        const asked = model === "builtin" ? { atMost: 12 } : {};
        figures.push(
          figure(`${model}, ${album.name}: to decode a photo`, prepareMs, "ms"),
          figure(`${model}, ${album.name}: to embed it`, embedMs, "ms", asked),
        );
        if (model === "builtin")
          described.push({ ...album, vectors, features: inputs.map(features) });
        context.print(`${model}, ${album.name}: ${album.photos.length} photos embedded`);
      }
      await embedder.close();
    }
    const tables = [ablationTable(described), await optionsTable(albums, models, context)];
    const clothing = albums.find(({ name }) => name === "clothing");
    const network = models.find(([model]) => model === "mobilenet-v2");
    if (clothing && network) {
      const quantised = await measureQuantised(network[1], clothing.photos, context);
      figures.push(...quantised.figures);
      tables.push(quantised.table);
    }
    return { figures, tables };
  },
};

function precisionFigures(model: string, album: Album, vectors: Float32Array[]): Figure[] {
  const { name, photos, asked } = album;
  const all = precision(photos, vectors);
  const other = precision(photos, vectors, (photo) => !photo.tuning);
  const atLeast = asked[model];
  const target = atLeast === undefined ? {} : { atLeast };
  return [
    figure(`${model}, ${name}: precision at 5`, all.at5, "", target),
    figure(`${model}, ${name}: precision at 5, half not tuned on`, other.at5, "", target),
    figure(`${model}, ${name}: precision at 1`, all.at1, ""),
  ];
}

export function findAlbums(context: BenchmarkContext): Album[] {
  const albums: Album[] = [];
  const clothing = join(context.shared, "photos", "clothing");
  if (existsSync(clothing)) {
    const asked = { builtin: 0.36, "akin-small": 0.5, "mobilenet-v2": 0.62 };
    albums.push({ name: "clothing", photos: labelledPhotos(clothing), asked });
  } else context.print(`Skipped: the labelled photos in ${clothing} are not there.`);
  const demo = join(context.repository, "demo", "album");
  const program = join(context.repository, "demo", "dist", "draw-album.js");
  if (!existsSync(demo) && existsSync(program)) {
    context.print("Drawing the demo album …");
    execFileSync(process.execPath, [program], { stdio: "ignore" });
  }
  if (existsSync(demo)) {
    albums.push({ name: "demo", photos: labelledPhotos(demo), asked: { builtin: 0.9 } });
  } else context.print("Skipped: the demo album is not drawn, and its program not compiled.");
  return albums;
}

export function findModels(context: BenchmarkContext): [string, string][] {
  const packaged: [string, string][] = [
    ["builtin", "builtin"],
    ["akin-small", "akin-small"],
  ];
  const mobilenet = join(context.shared, "models", "mobilenet-v2");
  if (existsSync(mobilenet)) return [...packaged, ["mobilenet-v2", mobilenet]];
  context.print(`Skipped: the model in ${mobilenet} is not there.`);
  return packaged;
}

function features(input: EmbedderInput): Float32Array {
  if (!(input instanceof Uint8Array)) throw new TypeError("builtin takes bytes");
  return builtinFeatures(input, BUILTIN_INPUT_SIZE, BUILTIN_INPUT_SIZE);
}
