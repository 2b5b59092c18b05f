import { existsSync } from "node:fs";
import { eraseForgotten } from "./database/erase-forgotten.js";
import { countPrivate } from "./database/private-table.js";
import { VectorStore } from "./database/vector-store.js";
import type { OpenGallery } from "./open-gallery.js";
import { withdrawSite } from "./site/withdraw-site.js";

/**
 * Empties a gallery whose photos are all private now, so that nothing shows them any more. A gallery whose photos can't be
 * read, or are gone, stays as it is.
 *
 * @returns how many are private
 */
export async function withdrawIfPrivate({ database, paths }: OpenGallery): Promise<number> {
  const counts = countPrivate(database);
  const photos = counts.keyword + counts.rating + counts.ignored;
  if (photos === 0) return 0;
  if (existsSync(paths.site)) await withdrawSite(paths);
  if (existsSync(paths.vectors)) {
    const store = VectorStore.open(paths.vectors);
    try {
      store.write([], [...store.records().keys()]);
      store.looks.write([], [...store.looks.contents().keys()]);
      eraseForgotten(database, store);
    } finally {
      store.close();
    }
  }
  return photos;
}
