import { checkGallery } from "../check-gallery.js";
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
    const { photos, problems, failures } = report;
    return {
      json: [{ ok: problems.length === 0, ...report }],
      text: [
        ...failures.map(
          ({ path, stage, message }) => `left out: ${oneLine(path)} (${stage}): ${message}`,
        ),
        ...problems.map((problem) => `problem: ${problem}`),
        problems.length === 0
          ? `${photoCount(photos)}, ${failures.length} left out: the gallery is whole.`
          : `${photoCount(photos)}, ${problems.length} problems.`,
      ],
      exitCode: problems.length === 0 ? 0 : 1,
    };
  },
};
