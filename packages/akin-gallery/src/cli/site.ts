import { galleryBytes } from "../build-report.js";
import { publishGallery } from "../publish-gallery.js";
import type { Command } from "./command.js";
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
    "originals",
    "quiet",
    "debug",
    "json",
  ],
  async run({ options, effects }) {
    const paths = await publishGallery(options, effects);
    const bytes = galleryBytes(paths).site;
    return {
      json: [{ site: paths.site, bytes }],
      text: [`${paths.site}: ${byteSize(bytes)}, ready to upload.`],
    };
  },
};
