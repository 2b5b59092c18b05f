import { oneLine } from "../describe-error.js";
import { type SearchResult, searchGallery } from "../search/search-gallery.js";
import type { Command } from "./command.js";
import { type Column, tableLines } from "./text-table.js";

const DEFAULT_COUNT = 20;

const COLUMNS: readonly Column[] = [
  { heading: "found by", align: "left" },
  { heading: "distance", align: "right" },
  { heading: "photo", align: "left" },
];

export const search: Command = {
  name: "search",
  summary: "photos by words: by their texts, and by what they show",
  positionals: { least: 1, most: Number.POSITIVE_INFINITY, name: "<words…>" },
  options: ["out", "count", "offline", "quiet", "debug", "json"],
  async run({ positionals, values, options, effects }) {
    const count = typeof values.count === "number" ? values.count : DEFAULT_COUNT;
    const result = await searchGallery(positionals.join(" "), count, options, effects);
    if (result.withoutMeaning !== null) effects.warn(withoutMeaningLine(result.withoutMeaning));
    return { json: [result], text: resultLines(result) };
  },
};

function withoutMeaningLine(reason: string): string {
  return `Searched by the photos' texts alone, not by what they show: ${reason.replace(/\.$/, "")}.`;
}

function resultLines({ query, found }: SearchResult): string[] {
  if (found.length === 0) return [`No photo is found by "${oneLine(query)}".`];
  const rows = found.map(({ path, foundBy, exact, distance }) => [
    exact ? `${foundBy}, exactly` : foundBy,
    distance === null ? "" : distance.toFixed(4),
    oneLine(path),
  ]);
  return tableLines(COLUMNS, rows);
}
