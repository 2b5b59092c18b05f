import type { Connection } from "./connection.js";
import type { GalleryVectors } from "./gallery-vectors.js";
import type { PublishedGallery } from "./messages.js";

/** A gallery whose database can be read. */
export interface OpenedGallery {
  published: PublishedGallery;
  connection: Connection;
  /** Null in an album without vectors. */
  vectors: GalleryVectors | null;
}
