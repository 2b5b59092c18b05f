import type { AlbumFolder, DrawablePhoto } from "akin-browser/format";
import { suitsAsCover } from "./cover-of.js";
import { folderOf } from "./facets-of.js";
import type { PublicPhoto } from "./public-photos.js";
import type { SiteFolder } from "./site-folder.js";

interface Folder {
  photos: number;
  newest: string | null;
  oldest: string | null;
  cover: PublicPhoto;
  coverSuits: boolean;
}

/**
 * Writes the list of the album's folders.
 *
 * @param photos all that are published, in display order
 * @param lesser `images.id` of photos of bursts and duplicates that are not the one to keep: no covers, if there are others
 * @returns its name; null where no photo lies in a folder
 */
export async function writeAlbums(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  lesser: ReadonlySet<number>,
): Promise<string | null> {
  const folders = new Map<string, Folder>();
  for (const photo of photos) {
    for (const path of foldersAbove(photo.path)) count(folders, path, photo, lesser);
  }
  if (folders.size === 0) return null;
  const sorted = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  const { name } = await site.putData("albums", JSON.stringify(sorted.map(published)));
  return name;
}

/** `a/b` and `a` of `a/b/photo.jpg`. */
function* foldersAbove(path: string): Generator<string> {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) yield folder;
}

/** Photos come newest first, so that the first that suits is the cover. */
function count(
  folders: Map<string, Folder>,
  path: string,
  photo: PublicPhoto,
  lesser: ReadonlySet<number>,
): void {
  const suits = suitsAsCover(photo, lesser);
  const folder = folders.get(path) ?? {
    photos: 0,
    newest: photo.takenAt,
    oldest: null,
    cover: photo,
    coverSuits: suits,
  };
  folder.photos++;
  folder.oldest = photo.takenAt ?? folder.oldest;
  if (suits && !folder.coverSuits) {
    folder.cover = photo;
    folder.coverSuits = true;
  }
  folders.set(path, folder);
}

function published([path, folder]: [string, Folder]): AlbumFolder {
  return {
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    photos: folder.photos,
    from: folder.oldest,
    to: folder.newest,
    cover: drawable(folder.cover),
  };
}

function drawable(photo: PublicPhoto): DrawablePhoto {
  const { id, path, title, width, height, image, placeholder } = photo;
  return { id, path, title, width, height, image, placeholder };
}
