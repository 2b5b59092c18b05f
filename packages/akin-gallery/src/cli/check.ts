import { checkGallery } from "../check-gallery.js";
import type { MetadataNotes } from "../database/metadata-notes.js";
import { oneLine } from "../describe-error.js";
import type { Command } from "./command.js";
import { photoCount } from "./result-text.js";

export const check: Command = {
  name: "check",
  summary: "do the databases, the cache and the site agree, and is anything missing",
  positionals: { least: 0, most: 0, name: "" },
  options: ["out", "quiet", "debug", "json"],
  async run({ options }) {
    const report = await checkGallery(options.out);
    const { photos, problems, failures, metadata } = report;
    return {
      json: [{ ok: problems.length === 0, ...report }],
      text: [
        ...failures.map(
          ({ path, stage, message }) => `left out: ${oneLine(path)} (${stage}): ${message}`,
        ),
        ...noteLines(metadata),
        ...problems.map((problem) => `problem: ${problem}`),
        problems.length === 0
          ? `${photoCount(photos)}, ${failures.length} left out: the gallery is whole.`
          : `${photoCount(photos)}, ${problems.length} problems.`,
      ],
      exitCode: problems.length === 0 ? 0 : 1,
    };
  },
};

function noteLines({ photos, examples }: MetadataNotes): string[] {
  if (photos === 0) return [];
  return [
    `${photoCount(photos)} that could be read in part only:`,
    ...examples.map(({ path, notes }) => `  ${oneLine(path)}: ${oneLine(notes.join("; "))}`),
    ...(photos > examples.length ? [`  and ${photos - examples.length} more`] : []),
  ];
}
