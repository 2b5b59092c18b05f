import { AkinError } from "./akin-error.js";
import { finishBuild } from "./database/finish-build.js";
import { VectorStore } from "./database/vector-store.js";
import { albumFolder, type OpenGallery, openForReading, openForWriting } from "./open-gallery.js";
import { photoIdOf } from "./photo-id-of.js";
import { addNotDuplicates } from "./similarity/duplicates/not-duplicates.js";
import { storeGroups } from "./similarity/duplicates/store-groups.js";

/**
 * Says that photos are not duplicates of each other: writes it into akin-not-duplicates.json in the photo folder, and
 * groups the gallery's photos accordingly. The site shows it when it is next written.
 *
 * @param photos paths within the album, or the files themselves; at least two
 * @throws AkinError `NOT_FOUND` if one is no photo of the gallery, `USAGE` if they are copies of one file
 */
export async function partDuplicates(photos: readonly string[], out: string): Promise<void> {
  openForReading(out).database.close();
  const gallery = openForWriting(out);
  try {
    const album = albumFolder(gallery.database);
    const hashes = contentHashes(gallery, photos);
    if (new Set(hashes).size < 2) {
      const message =
        "name at least two photos that differ; copies of one file are always duplicates";
      throw new AkinError("USAGE", message);
    }
    const store = VectorStore.open(gallery.paths.vectors);
    try {
      await addNotDuplicates(album, hashes);
      storeGroups(gallery.database, store, album);
      finishBuild(gallery.database, store);
    } finally {
      store.close();
    }
  } finally {
    gallery.close();
  }
}

function contentHashes({ database, paths }: OpenGallery, photos: readonly string[]): string[] {
  const hashOf = database.prepare("SELECT content_hash FROM images WHERE id = ?");
  return photos.map((photo) => {
    const id = photoIdOf(database, photo);
    if (id === undefined) {
      throw new AkinError("NOT_FOUND", `${photo} is no photo of the gallery in ${paths.root}`);
    }
    return String(hashOf.get(id)?.content_hash);
  });
}
