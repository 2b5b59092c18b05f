import { existsSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { AkinError } from "./akin-error.js";
import { describeError } from "./describe-error.js";
import { LOCK_FILE } from "./gallery-lock.js";
import type { GalleryPaths } from "./gallery-paths.js";

/** What may lie in a gallery's folder; also after a build that was killed before it had a database. */
const OURS =
  /^(database\.db|vectors\.db|vectors\.next\.db|cache|site|\.akin-lock|\.DS_Store)(-journal|\.compact|\.new)*$/;

/**
 * Makes the gallery's folder, and refuses one that holds something else or the photos themselves.
 *
 * @param album the photo folder, where there is one
 * @throws AkinError `NOT_A_GALLERY`, `NOT_WRITABLE` or `USAGE`
 */
export function prepareOutput(paths: GalleryPaths, album?: string): void {
  try {
    makeFolder(paths.root);
  } catch (error) {
    throw new AkinError(
      "NOT_WRITABLE",
      `can't make the folder ${paths.root}: ${describeError(error)}`,
      {
        cause: error,
      },
    );
  }
  if (album !== undefined) refusePhotosInside(paths.root, album);
  const entries = entriesOf(paths.root);
  const foreign = entries.find((entry) => !OURS.test(entry));
  if (foreign !== undefined && !entries.includes(LOCK_FILE)) {
    throw new AkinError(
      "NOT_A_GALLERY",
      `${paths.root} holds other files (${foreign}); choose an empty or new folder with --out`,
    );
  }
}

/** Node's own `recursive` never returns where a file system answers "not there" to the making of a folder (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new AkinError(
      "NOT_WRITABLE",
      `can't use ${folder} as the gallery's folder: ${describeError(error)}`,
      {
        cause: error,
      },
    );
  }
}

function refusePhotosInside(root: string, album: string): void {
  const output = realpathSync(root);
  const photos = realpathSync(album);
  if (photos === output || photos.startsWith(output + sep)) {
    throw new AkinError(
      "USAGE",
      `the photos in ${album} lie inside the output ${root}; choose another folder with --out`,
    );
  }
}

/** The folders that are never searched for photos: the gallery, under both of its names where it is a link. */
export function outputFolders(paths: GalleryPaths): string[] {
  const parent = dirname(resolve(paths.root));
  return [
    ...new Set([
      paths.root,
      realpathSync(paths.root),
      join(realpathSync(parent), basename(paths.root)),
    ]),
  ];
}
