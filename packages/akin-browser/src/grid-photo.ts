import type { PhotoMedia } from "./format/index.js";

/** A photo as a grid block has it: enough to draw and name it. */
export interface GridPhoto {
  id: number;
  /** Counts from the oldest photo, which is 1: see the manifest's timeline. */
  position: number;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  media: PhotoMedia;
  /** ISO 8601, local time; with an offset only where the file says it. */
  takenAt: string | null;
  /** ThumbHash, base64. */
  placeholder: string;
  /** Image name, as cards have it. */
  image: string;
  /** What to say of a photo that cannot be seen: its title, or its file name. */
  label: string;
}
