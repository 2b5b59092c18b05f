import { countChanges } from "../database/count-changes.js";
import { listFailures } from "../database/failures-table.js";
import { existingFolder, openForWriting } from "../open-gallery.js";
import { findAlbumPhotos, indexAlbum } from "../stages.js";
import type { Command } from "./command.js";
import { failureLines, photoCount } from "./result-text.js";

export const index: Command = {
  name: "index",
  summary: "bring database.db in line with the photos",
  positionals: { least: 1, most: 1, name: "<photos>" },
  options: [
    "out",
    "gps",
    "svg",
    "exclude",
    "private-keyword",
    "private-below",
    "tags-from-folders",
    "dates-from-files",
    "prune",
    "strict",
    "quiet",
    "debug",
    "json",
  ],
  async run({ positionals: [photos = ""], values, options, effects }) {
    const album = existingFolder(photos);
    const gallery = openForWriting(options.out, album);
    try {
      const found = await findAlbumPhotos(gallery, album, options);
      const changes = await indexAlbum(gallery, album, found, options, effects);
      const failures = listFailures(gallery.database);
      const counts = countChanges(gallery.database, changes);
      return {
        json: [{ photos: counts, failures }],
        text: [
          ...failureLines(failures),
          `${photoCount(counts.found - counts.failed - counts.private)} in ${gallery.paths.database}: ${counts.added} new, ` +
            `${counts.updated} changed, ${counts.removed} gone, ${counts.private} private.`,
        ],
        exitCode: values.strict === true && failures.length > 0 ? 3 : 0,
      };
    } finally {
      gallery.close();
    }
  },
};
