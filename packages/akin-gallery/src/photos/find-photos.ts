import { AlbumWalk } from "./album-walk.js";
import { extensionOf, isReadable, isUnreadable } from "./extensions.js";
import { type AlbumFile, type FoundPhoto, pairFiles } from "./pair-files.js";
import type { PhotoFailure } from "./photo-failure.js";

export interface FindOptions {
  /** Whether SVG files are photos. Default false. */
  svg?: boolean;
  /** Globs over paths within the album; what they match is left out. */
  exclude: readonly string[];
  /** Folders that are left out wherever they lie: the gallery itself. Absolute. */
  leaveOut: readonly string[];
}

export interface FoundAlbum {
  /** Sorted by path, by code unit. */
  photos: FoundPhoto[];
  /** Those that a rule of `.akinignore` keeps back; sorted likewise. */
  ignored: FoundPhoto[];
  /** What could not be looked at, and images in formats that Akin does not read. */
  failures: PhotoFailure[];
}

/**
 * Walks an album once. Hidden files and folders are left out; links to files are followed; a folder that links lead
 * to is visited once, under its own name where it has one inside the album.
 */
export async function findPhotos(album: string, options: FindOptions): Promise<FoundAlbum> {
  const walk = new AlbumWalk(album, options);
  await walk.visitAll();
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = pairFiles(walk.files);
  const photos = found.filter(({ path }) => isReadable(extensionOf(path), options));
  const unreadable = found.filter(
    ({ path, isIgnored }) => !isIgnored && isUnreadable(extensionOf(path), options),
  );
  return {
    photos: photos.filter(({ isIgnored }) => !isIgnored),
    ignored: photos.filter(({ isIgnored }) => isIgnored),
    failures: [...walk.failures, ...unreadable.map(unsupported)],
  };
}

function unsupported({ path }: AlbumFile): PhotoFailure {
  const extension = extensionOf(path);
  const message =
    extension === "svg"
      ? "is an SVG drawing; with --svg drawings are read, too"
      : `${extension.toUpperCase()} files are not read; convert it to JPEG or PNG`;
  return { path, stage: "find", code: "UNSUPPORTED_FORMAT", message };
}
