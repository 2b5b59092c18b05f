import { AkinError } from "./akin-error.js";
import { type BuildReport, reportBuild } from "./build-report.js";
import { eraseForgotten } from "./database/erase-forgotten.js";
import { listFailures } from "./database/failures-table.js";
import { finishBuild } from "./database/finish-build.js";
import { countPhotos } from "./database/images-table.js";
import type { Effects } from "./effects.js";
import { existingFolder, type OpenGallery, openForWriting } from "./open-gallery.js";
import { openModel } from "./open-model.js";
import type { AkinOptions } from "./options.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import { storeSimilarity } from "./similarity/store-similarity.js";
import { publishSite } from "./site/publish-site.js";
import { findAlbumPhotos, indexAlbum, processAlbum } from "./stages.js";
import { Stopwatch } from "./stopwatch.js";
import { withdrawIfPrivate } from "./withdraw-gallery.js";
import { openWords } from "./words/open-words.js";
import { storeAutoTags } from "./words/store-auto-tags.js";

/**
 * Builds a gallery from a folder of photos, or brings one up to date. Each stage keeps what it has finished, and
 * does only what is missing, so that a build that was stopped goes on where it was.
 *
 * @param photos the album's folder
 * @throws AkinError with one line that says what is wrong and what to do
 */
export async function buildGallery(
  photos: string,
  options: AkinOptions,
  effects: Effects,
): Promise<BuildReport> {
  const album = existingFolder(photos);
  const gallery = openForWriting(options.out, album);
  const { database, workers } = gallery;
  const stopwatch = new Stopwatch(() => workers.cpuSeconds);
  try {
    const found = await findAlbumPhotos(gallery, album, options);
    if (countPhotos(database) + found.photos.length === 0) {
      throw noPhotos(album, found.failures, found.ignored.length);
    }
    // Before hours of reading, so that a model that can't be had is told at once.
    const { model, words } = await stopwatch.time("model", async () => {
      const opened = await openModel(gallery.paths.vectors, options, effects);
      return { model: opened, words: await openWords(opened, options, effects) };
    });
    const changes = await stopwatch.time("index", () =>
      indexAlbum(gallery, album, found, options, effects),
    );
    await refuseEmpty(gallery, album);
    const { store, report: embedding } = await stopwatch.time("photos", () =>
      processAlbum(gallery, album, model, options, effects),
    );
    workers.endIdle();
    try {
      await refuseEmpty(gallery, album);
      await stopwatch.time("similarity", () => storeSimilarity(database, store, album, effects));
      await stopwatch.time("tags", () => storeAutoTags(database, store, words, options, effects));
      finishBuild(database, store);
      await stopwatch.time("site", () => publishSite(gallery, store, album, options, effects));
      eraseForgotten(database, store);
    } finally {
      store.close();
    }
    const { dtype } = model.embedder;
    const { device = "auto" } = options;
    const use = { dtype, device };
    return reportBuild(gallery, { changes, embedding, stopwatch, model: use, options });
  } finally {
    gallery.close();
  }
}

async function refuseEmpty(gallery: OpenGallery, album: string): Promise<void> {
  if (countPhotos(gallery.database) > 0) return;
  const isPrivate = await withdrawIfPrivate(gallery);
  throw noPhotos(album, listFailures(gallery.database), isPrivate);
}

function noPhotos(album: string, failures: readonly PhotoFailure[], isPrivate: number): AkinError {
  const formats =
    "Akin reads JPEG, PNG, HEIC, WebP, AVIF, JPEG XL, GIF, TIFF, BMP, JPEG 2000, Photoshop, raw and video files, in sub-folders too";
  let found = `there are no photos in it; ${formats}`;
  if (failures.length > 0) found = `none of its ${failures.length} photos can be read; ${formats}`;
  if (isPrivate > 0) found = `all photos that could be in the gallery (${isPrivate}) are private`;
  return new AkinError("NO_PHOTOS", `${album}: ${found}`);
}
