import { folderSize } from "../folder-size.js";
import { publishGallery } from "../publish-gallery.js";
import { hostFit, hostLine } from "../site/hosts/host-limits.js";
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
    "cors",
    "originals",
    "publish",
    "withhold",
    "quiet",
    "debug",
    "json",
  ],
  async run({ options, effects }) {
    const paths = await publishGallery(options, effects);
    const size = folderSize(paths.site);
    const { bytes, files } = size;
    const hosts = hostFit(size);
    return {
      json: [{ site: paths.site, bytes, files, hosts }],
      text: [`${paths.site}: ${byteSize(bytes)}, ready to upload.`, hostLine(hosts)],
    };
  },
};
