import { publishGallery } from "../publish-gallery.js";
import { hostLine } from "../site/hosts/host-limits.js";
import type { Command } from "./command.js";
import { publicLines } from "./public-lines.js";
import { byteSize } from "./result-text.js";

export const site: Command = {
  name: "site",
  summary: "write site/ from the databases",
  positionals: { least: 0, most: 0, name: "" },
  options: [
    "out",
    "title",
    "description",
    "url",
    "accent",
    "noindex",
    "cors",
    "originals",
    "publish",
    "withhold",
    "text-search",
    "image-search",
    "offline",
    "quiet",
    "debug",
    "json",
  ],
  async run({ options, effects }) {
    const report = await publishGallery(options, effects);
    return {
      json: [report],
      text: [
        ...publicLines(report.public),
        hostLine(report.hosts),
        `${report.site}: ${byteSize(report.bytes)}, ready to upload.`,
      ],
    };
  },
};
