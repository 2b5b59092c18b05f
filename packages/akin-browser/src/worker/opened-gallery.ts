import type { Slots } from "../format/slots.js";
import type { SharedRequests } from "../source/shared-requests.js";
import type { Connection } from "./connection.js";
import type { GalleryVectors } from "./gallery-vectors.js";
import type { PublishedGallery } from "./messages.js";
import type { PositionSet } from "./position-set.js";

/** A gallery whose database can be read. */
export interface OpenedGallery {
  published: PublishedGallery;
  slots: Slots;
  connection: Connection;
  /** Null in an album without vectors. */
  vectors: GalleryVectors | null;
  /** The photos of filters, as JSON: a page asks for photos, their number and their facets at once. */
  filtered: SharedRequests<PositionSet | null>;
}
