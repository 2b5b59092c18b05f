import { oneLine } from "../describe-error.js";
import { findSimilar, type SimilarPhotos } from "../find-similar.js";
import type { Command } from "./command.js";

const DEFAULT_COUNT = 5;

export const similar: Command = {
  name: "similar",
  summary: "the photos most like each of the photos",
  positionals: { least: 1, most: Number.POSITIVE_INFINITY, name: "<photo…>" },
  options: ["out", "count", "offline", "quiet", "debug", "json"],
  async run({ positionals, values, options, effects }) {
    const count = typeof values.count === "number" ? values.count : DEFAULT_COUNT;
    const results = await findSimilar(positionals, count, options, effects);
    return { json: results, text: results.flatMap(resultLines) };
  },
};

function resultLines({ photo, similar }: SimilarPhotos): string[] {
  return [
    oneLine(photo),
    ...similar.map(({ path, distance }) => `  ${distance.toFixed(4)}  ${oneLine(path)}`),
  ];
}
