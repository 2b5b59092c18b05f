import { AkinError } from "./akin-error.js";
import { type BuildReport, reportBuild } from "./build-report.js";
import { listFailures } from "./database/failures-table.js";
import { finishBuild } from "./database/finish-build.js";
import { countPhotos } from "./database/images-table.js";
import type { Effects } from "./effects.js";
import { existingFolder, openForWriting } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { storeNeighbours } from "./similarity/store-neighbours.js";
import { makeMissingImages } from "./site/make-missing-images.js";
import { publishSite } from "./site/publish-site.js";
import { embedAlbum, indexAlbum } from "./stages.js";
import { Stopwatch } from "./stopwatch.js";

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
  const stopwatch = new Stopwatch();
  const album = existingFolder(photos);
  const gallery = openForWriting(options.out, album);
  const { database, paths } = gallery;
  try {
    const changes = await stopwatch.time("index", () =>
      indexAlbum(gallery, album, options, effects),
    );
    await stopwatch.time("images", () => makeMissingImages(database, album, paths.cache, effects));
    if (countPhotos(database) === 0) throw noPhotos(album, listFailures(database).length);
    const { store, report: embedding } = await stopwatch.time("embed", () =>
      embedAlbum(gallery, album, options, effects),
    );
    try {
      await stopwatch.time("neighbours", () => storeNeighbours(database, store, effects));
      finishBuild(database, store);
      await stopwatch.time("site", () => publishSite(gallery, store, album, options, effects));
    } finally {
      store.close();
    }
    return reportBuild(gallery, { changes, embedding, stopwatch });
  } finally {
    gallery.close();
  }
}

function noPhotos(album: string, failed: number): AkinError {
  const found =
    failed === 0 ? "there are no photos in it" : `none of its ${failed} photos can be read`;
  return new AkinError(
    "NO_PHOTOS",
    `${album}: ${found}; Akin reads JPEG, PNG, WebP, AVIF, GIF and TIFF files, in sub-folders too`,
  );
}
