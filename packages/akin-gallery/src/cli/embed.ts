import { AkinError } from "../akin-error.js";
import { embedForeignDatabase, type ForeignGallery } from "../embed-foreign-database.js";
import { embedGallery } from "../embed-gallery.js";
import type { EmbeddingReport } from "../embed-photos.js";
import type { Command } from "./command.js";
import { type OptionValues, text } from "./option-values.js";
import { failureLines, photoCount } from "./result-text.js";

export const embed: Command = {
  name: "embed",
  summary: "bring vectors.db and the neighbours in line with database.db",
  positionals: { least: 0, most: 1, name: "[<photos>]" },
  options: [
    "out",
    "model",
    "dtype",
    "device",
    "batch-size",
    "enhance",
    "smart-crop",
    "auto-tags",
    "force",
    "offline",
    "main-db",
    "vector-db",
    "photos-root",
    "strict",
    "quiet",
    "debug",
    "json",
  ],
  async run({ positionals: [photos], values, options, effects }) {
    const foreign = foreignGallery(values);
    const { embedding, failures } = foreign
      ? await embedForeignDatabase(foreign, options, effects)
      : await embedGallery(photos, options, effects);
    return {
      json: [{ embedding, failures }],
      text: [...failureLines(failures), embeddingLine(embedding)],
      exitCode: values.strict === true && failures.length > 0 ? 3 : 0,
    };
  },
};

function embeddingLine({ model, dimensions, processed, imagesPerSecond }: EmbeddingReport): string {
  const rate = processed > 0 ? `, ${imagesPerSecond} a second` : "";
  return `${photoCount(processed)} embedded with ${model} (${dimensions} dimensions)${rate}.`;
}

function foreignGallery(values: OptionValues): ForeignGallery | undefined {
  const mainDb = text(values["main-db"]);
  const vectorDb = text(values["vector-db"]);
  const photosRoot = text(values["photos-root"]);
  if (mainDb === undefined && vectorDb === undefined && photosRoot === undefined) return undefined;
  if (mainDb === undefined || vectorDb === undefined || photosRoot === undefined) {
    throw new AkinError("USAGE", "--main-db, --vector-db and --photos-root belong together");
  }
  return { mainDb, vectorDb, photosRoot };
}
