import type { PublicSummary } from "../site/public-summary.js";
import { byteSize, photoCount } from "./result-text.js";

/** Columns of a terminal that lists of fields are wrapped at. */
const WIDTH = 100;

const INDENT = 13;

const PLACES = {
  keep: "exact",
  coarse: "rounded to about 1 km",
  strip: "none",
} as const;

/** What becomes public, as a table for people. */
export function publicLines(summary: PublicSummary): string[] {
  const { photos, fields, withheld, files, bytes } = summary;
  const count = Object.values(summary.private).reduce((sum, each) => sum + each, 0);
  return [
    "What becomes public:",
    ...row("photos", [count > 0 ? `${photos}; ${privateText(summary)}` : `${photos}`]),
    ...row("places", [placesText(summary)]),
    ...row("fields", fieldCounts(fields)),
    ...row("kept back", fieldCounts(withheld)),
    ...row("originals", originalsText(summary)),
    ...row("site", [`${files} files, ${byteSize(bytes)}`]),
  ];
}

/** A line with a heading, or several where the texts do not fit into one. */
function row(heading: string, texts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = `  ${heading}`.padEnd(INDENT);
  for (const [index, text] of texts.entries()) {
    const piece = index < texts.length - 1 ? `${text}, ` : text;
    if (line.length + piece.length > WIDTH && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = " ".repeat(INDENT);
    }
    line += piece;
  }
  return texts.length === 0 ? [] : [...lines, line.trimEnd()];
}

function privateText({ private: { keyword, rating, ignored } }: PublicSummary): string {
  const reasons: [number, string][] = [
    [keyword, "keyword"],
    [rating, "stars"],
    [ignored, ".akinignore"],
  ];
  const parts = reasons.flatMap(([photos, reason]) => (photos ? [`${photos} by ${reason}`] : []));
  return `private and left out: ${parts.join(", ")}`;
}

function placesText({ places: { policy, photos } }: PublicSummary): string {
  return policy === "strip" || photos === 0
    ? "none"
    : `${photoCount(photos)}, ${PLACES[policy]} (--gps ${policy})`;
}

function fieldCounts(fields: PublicSummary["fields"]): string[] {
  return Object.entries(fields).map(([field, photos]) => `${field} ${photos}`);
}

function originalsText({ originals: { policy, files, bytes } }: PublicSummary): string[] {
  if (policy === "none") return ["none; the web sizes carry no metadata"];
  return [
    `${files} files as they are (${byteSize(bytes)}), WITH ALL THEIR METADATA`,
    "exact places, serial numbers and names among it (--originals)",
  ];
}
