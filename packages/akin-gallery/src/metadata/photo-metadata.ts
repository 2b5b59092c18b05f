import type { PhotoExif } from "akin-browser/format";

/** What the file itself tells of a photo. */
export interface PhotoMetadata {
  title: string | null;
  description: string | null;
  /** Keywords of IPTC and XMP, each once, in the file's order. */
  tags: string[];
  exif: PhotoExif;
  /** ISO 8601, local time, with an offset only where the file says it; null if nothing tells the time. */
  takenAt: string | null;
  /** Degrees, WGS 84; both or neither. */
  latitude: number | null;
  longitude: number | null;
}
