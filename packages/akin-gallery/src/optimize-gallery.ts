import { galleryBytes } from "./build-report.js";
import { compactVectors } from "./database/compact-vectors.js";
import { countPhotos } from "./database/images-table.js";
import { openForReading, openForWriting } from "./open-gallery.js";

export interface OptimizeReport {
  photos: number;
  /** Bytes. */
  before: { database: number; vectors: number };
  after: { database: number; vectors: number };
  /** Of both databases together, afterwards. */
  bytesPerPhoto: number;
}

/** Rebuilds both databases compactly; their content stays the same. */
export function optimizeGallery(out: string): OptimizeReport {
  openForReading(out).database.close();
  const gallery = openForWriting(out);
  try {
    const before = sizes(gallery.paths);
    gallery.database.exec(
      "INSERT INTO images_fts(images_fts) VALUES ('optimize'); ANALYZE; VACUUM;",
    );
    compactVectors(gallery.paths.vectors);
    const photos = countPhotos(gallery.database);
    const after = sizes(gallery.paths);
    const bytesPerPhoto = photos === 0 ? 0 : Math.round((after.database + after.vectors) / photos);
    return { photos, before, after, bytesPerPhoto };
  } finally {
    gallery.close();
  }
}

function sizes(paths: Parameters<typeof galleryBytes>[0]): OptimizeReport["before"] {
  const { database, vectors } = galleryBytes(paths);
  return { database, vectors };
}
