import { AkinError } from "./akin-error.js";
import { listFailures } from "./database/failures-table.js";
import { finishBuild } from "./database/finish-build.js";
import { countPhotos } from "./database/images-table.js";
import type { Effects } from "./effects.js";
import type { EmbeddingReport } from "./embed-photos.js";
import { albumFolder, openForReading, openForWriting } from "./open-gallery.js";
import { openModel } from "./open-model.js";
import type { AkinOptions } from "./options.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import { storeSimilarity } from "./similarity/store-similarity.js";
import { embedAlbum } from "./stages.js";
import { openWords } from "./words/open-words.js";
import { storeAutoTags } from "./words/store-auto-tags.js";

/**
 * Brings vectors.db and the neighbours in line with database.db.
 * @returns what was done, and all photos that are left out, by this command or one before
 *
 * @param photos the album's folder, if it is another than the gallery remembers
 * @throws AkinError `NO_GALLERY` where there is no database.db, `NO_PHOTOS` if it is empty
 */
export async function embedGallery(
  photos: string | undefined,
  options: AkinOptions,
  effects: Effects,
): Promise<{ embedding: EmbeddingReport; failures: PhotoFailure[] }> {
  openForReading(options.out).database.close();
  const gallery = openForWriting(options.out);
  try {
    const album = albumFolder(gallery.database, photos);
    if (countPhotos(gallery.database) === 0) {
      throw new AkinError(
        "NO_PHOTOS",
        `${gallery.paths.database} holds no photos; run akin index first`,
      );
    }
    const model = await openModel(gallery.paths.vectors, options, effects);
    const words = await openWords(model, options, effects);
    const { store, report } = await embedAlbum(gallery, album, model, options, effects);
    try {
      await storeSimilarity(gallery.database, store, album, effects);
      await storeAutoTags(gallery.database, store, words, options, effects);
      finishBuild(gallery.database, store);
    } finally {
      store.close();
    }
    return { embedding: report, failures: listFailures(gallery.database) };
  } finally {
    gallery.close();
  }
}
