import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { buildInfo, setBuildInfo } from "./database/build-info.js";
import { recordLateFailure } from "./database/failures-table.js";
import { type AlbumChanges, indexPhotos } from "./database/index-photos.js";
import type { VectorStore } from "./database/vector-store.js";
import { describeError } from "./describe-error.js";
import type { Effects } from "./effects.js";
import { type EmbeddingReport, embedPhotos } from "./embed-photos.js";
import type { OpenGallery } from "./open-gallery.js";
import type { OpenModel } from "./open-model.js";
import type { AkinOptions } from "./options.js";
import { type FoundAlbum, findPhotos } from "./photos/find-photos.js";
import { PhotoError } from "./photos/photo-error.js";
import { outputFolders } from "./prepare-output.js";
import { type PhotoFile, type ProcessEffects, processPhotos } from "./process-photos.js";
import { readNotDuplicates } from "./similarity/duplicates/not-duplicates.js";
import { PhotoResizer } from "./site/photo-resizer.js";

/** Finds the album's photos, without reading them. */
export function findAlbumPhotos(
  gallery: OpenGallery,
  album: string,
  { exclude, svg }: AkinOptions,
): Promise<FoundAlbum> {
  // Broken, it would stop the build much later.
  readNotDuplicates(album);
  return findPhotos(album, { exclude, svg, leaveOut: outputFolders(gallery.paths) });
}

/** Stage: brings database.db in line with the photos that were found. */
export async function indexAlbum(
  gallery: OpenGallery,
  album: string,
  found: FoundAlbum,
  options: AkinOptions,
  effects: Effects,
): Promise<AlbumChanges> {
  const changes = await indexPhotos(gallery, found, options, effects);
  const { gps } = options;
  const isSame =
    buildInfo(gallery.database, "photos_folder") === album &&
    buildInfo(gallery.database, "gps") === gps;
  if (!isSame) setBuildInfo(gallery.database, { photos_folder: album, gps });
  return changes;
}

/** What the stages about the photos' pixels return: the vectors, open, and what was done. */
type Embedded = Promise<{ store: VectorStore; report: EmbeddingReport }>;

/** Stage: makes the web sizes, placeholders, vectors and looks that are missing. */
export async function processAlbum(
  gallery: OpenGallery,
  album: string,
  model: OpenModel,
  { force }: AkinOptions,
  effects: Effects,
): Embedded {
  const { database: describeIn, paths, workers } = gallery;
  const resizer = await PhotoResizer.open(describeIn, paths.cache);
  const photos = albumPhotos(gallery, album);
  const how = { force, resizer, describeIn };
  return embedPhotos(photos, paths, model, how, workers, withFailures(gallery, effects));
}

/** The part of `processAlbum` that brings vectors.db in line with database.db. */
export async function embedAlbum(
  gallery: OpenGallery,
  album: string,
  model: OpenModel,
  { force }: AkinOptions,
  effects: Effects,
): Embedded {
  const { database: describeIn, paths, workers } = gallery;
  const photos = albumPhotos(gallery, album);
  const how = { force, describeIn };
  return embedPhotos(photos, paths, model, how, workers, withFailures(gallery, effects));
}

/** The part of `processAlbum` that makes web sizes and placeholders. */
export async function resizeAlbum(
  gallery: OpenGallery,
  album: string,
  effects: Effects,
): Promise<void> {
  const resizer = await PhotoResizer.open(gallery.database, gallery.paths.cache);
  const photos = albumPhotos(gallery, album);
  await processPhotos(photos, { resizer }, gallery.workers, withFailures(gallery, effects));
}

/** The gallery's title: the one that is given, or the photo folder's name. */
export function titleOf(album: string, options: AkinOptions): string {
  return options.title ?? basename(album);
}

/** A photo that can't be decoded or embedded leaves the gallery and becomes a failure. */
function withFailures(gallery: OpenGallery, effects: Effects): ProcessEffects {
  return {
    ...effects,
    onFailure({ path, file }, stage, error) {
      const known = error instanceof PhotoError ? error.code : "BROKEN_IMAGE";
      // A file that went away meanwhile may come back as it was.
      const undecoded = existsSync(file) ? known : "UNREADABLE";
      const code = stage === "decode" ? undecoded : "NOT_EMBEDDED";
      const reason = describeError(error);
      const message = stage === "decode" ? reason : `can't be embedded: ${reason}`;
      recordLateFailure(gallery.database, { path, stage, code, message });
    },
  };
}

function albumPhotos(gallery: OpenGallery, album: string): PhotoFile[] {
  const rows = gallery.database.prepare(
    "SELECT id, path, content_hash, file_size, modified_at FROM images ORDER BY path",
  );
  return rows.all().map((row) => ({
    id: Number(row.id),
    path: String(row.path),
    file: join(album, String(row.path)),
    contentHash: String(row.content_hash),
    seen: { size: Number(row.file_size), modifiedAt: Number(row.modified_at) },
  }));
}
