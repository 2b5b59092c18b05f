import { optimizeGallery } from "../optimize-gallery.js";
import type { Command } from "./command.js";
import { byteSize, photoCount } from "./result-text.js";

export const optimize: Command = {
  name: "optimize",
  summary: "rebuild both databases compactly",
  positionals: { least: 0, most: 0, name: "" },
  options: ["out", "quiet", "debug", "json"],
  async run({ options }) {
    const report = optimizeGallery(options.out);
    const { before, after } = report;
    return {
      json: [report],
      text: [
        `database.db: ${byteSize(before.database)}, now ${byteSize(after.database)}`,
        `vectors.db:  ${byteSize(before.vectors)}, now ${byteSize(after.vectors)}`,
        `${photoCount(report.photos)}, ${byteSize(report.bytesPerPhoto)} for each.`,
      ],
    };
  },
};
