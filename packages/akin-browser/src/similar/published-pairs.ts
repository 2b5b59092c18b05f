import type { Database } from "../databases/database.js";
import type { Gallery } from "../gallery.js";

/** Databases that are a gallery's, which answers in less than SQL on them can. */
const galleries = new WeakMap<Database, Gallery>();

export function rememberGallery(database: Database, gallery: Gallery): void {
  galleries.set(database, gallery);
}

/** The gallery whose database it is, if any. */
export function galleryOf(database: Database): Gallery | undefined {
  return galleries.get(database);
}
