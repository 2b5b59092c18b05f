import type { PhotoExif } from "akin-browser/format";
import type { Place } from "./place.js";

/** What the file itself tells of a photo. */
export interface PhotoMetadata {
  title: string | null;
  description: string | null;
  /** Keywords of IPTC and XMP, each once, in the file's order. */
  tags: string[];
  /** Keywords that a sidecar's have replaced, or beyond the most: no tags, but they keep a photo private as well. */
  replacedTags?: string[];
  exif: PhotoExif;
  /** ISO 8601, local time, with an offset only where the file says it; null if nothing tells the time. */
  takenAt: string | null;
  /** Degrees, WGS 84; both or neither. */
  latitude: number | null;
  longitude: number | null;
  /** Of a file, what it says in words; in the gallery, also what its coordinates tell. */
  place: Place | null;
  /** What could not be read or was not believed, a line each: for `akin check`, never published. */
  notes: string[];
}
