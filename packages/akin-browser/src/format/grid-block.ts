import type { PhotoMedia } from "./card.js";

/** A grid block as stored: columns of equal length, in display order (newest first, then by path). */
export interface GridBlock {
  ids: number[];
  /** Upright size of the original in pixels. */
  widths: number[];
  heights: number[];
  media: PhotoMedia[];
  /** ISO 8601, local time; with an offset only where the file says it. */
  takenAt: (string | null)[];
  /** ThumbHashes, base64. */
  placeholders: string[];
  /** Image names, see `imagePath`. */
  images: string[];
  /** What to say of a photo that cannot be seen: its title, or its file name. */
  labels: string[];
}
