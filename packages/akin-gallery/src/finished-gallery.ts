import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { buildInfo } from "./database/build-info.js";
import { VectorStore } from "./database/vector-store.js";
import { openForReading } from "./open-gallery.js";

/**
 * Opens a gallery's two databases for reading, as long as some work needs them.
 * @throws AkinError `NO_GALLERY` where there is none, `UNFINISHED` if its databases don't belong together
 */
export async function withFinishedGallery<T>(
  out: string,
  work: (gallery: { database: DatabaseSyncInstance; store: VectorStore }) => Promise<T>,
): Promise<T> {
  const { paths, database } = openForReading(out);
  try {
    const store = VectorStore.open(paths.vectors, { readOnly: true });
    try {
      const id = buildInfo(database, "build_id");
      if (id === undefined || store.config("build_id") !== id) {
        throw new AkinError(
          "UNFINISHED",
          `the gallery in ${paths.root} is not finished; run akin build`,
        );
      }
      return await work({ database, store });
    } finally {
      store.close();
    }
  } finally {
    database.close();
  }
}
