import { join, resolve } from "node:path";

/** Where the parts of one gallery lie; all paths are absolute. */
export interface GalleryPaths {
  root: string;
  database: string;
  vectors: string;
  /** Vectors of another model while they are made; replaces `vectors` when whole. */
  nextVectors: string;
  /** Resized images by content hash and options: never made twice. */
  cache: string;
  /** What the owner uploads. */
  site: string;
}

export function galleryPaths(out: string): GalleryPaths {
  const root = resolve(out);
  return {
    root,
    database: join(root, "database.db"),
    vectors: join(root, "vectors.db"),
    nextVectors: join(root, "vectors.next.db"),
    cache: join(root, "cache"),
    site: join(root, "site"),
  };
}
