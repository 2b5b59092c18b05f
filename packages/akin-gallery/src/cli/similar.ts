import { oneLine } from "../describe-error.js";
import { findSimilar, type SimilarPhotos } from "../find-similar.js";
import type { Command } from "./command.js";
import { type Column, tableLines } from "./text-table.js";

const DEFAULT_COUNT = 5;

const COLUMNS: readonly Column[] = [
  { heading: "distance", align: "right" },
  { heading: "score", align: "right" },
  { heading: "word", align: "left" },
  { heading: "photo", align: "left" },
];

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
  const rows = similar.map(({ path, distance, score, word, group }) => [
    distance.toFixed(4),
    score === null ? "" : score.toFixed(1),
    word === null ? "" : word.replaceAll("-", " "),
    `${oneLine(path)}${group ? ` (+${group.others.length} of its ${group.kind === "burst" ? "burst" : "duplicates"})` : ""}`,
  ]);
  return [oneLine(photo), ...tableLines(COLUMNS, rows).map((line) => `  ${line}`)];
}
