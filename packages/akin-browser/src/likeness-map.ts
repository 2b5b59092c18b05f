import type { RequestOptions } from "./gallery.js";

/** A photo of the map: enough to draw and name it. */
export interface MapPhoto {
  id: number;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  /** Image name, as cards have it. */
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
  /** What to say of a photo that cannot be seen: its title, or its file name. */
  label: string;
  /** Rows of the photos most like it, those that its card shows first. */
  similar: readonly number[];
}

/**
 * The map of the album by likeness: photos that are like each other are near each other. Columns of one length, a row for
 * each photo that has a vector; rows that follow each other are near each other too.
 */
export interface LikenessMap {
  readonly length: number;
  /** Rows of which `chunk` fetches the photos at once. */
  readonly chunkSize: number;
  /** From 0 to 1, to the right. */
  readonly x: Float32Array;
  /** From 0 to 1, downwards, in the same unit. */
  readonly y: Float32Array;
  /** Each photo's average colour: red, green and blue. */
  readonly colours: Uint8Array;
  /** Each photo's position, which counts from the oldest photo. */
  readonly positions: Uint32Array;
  /** The photos of the rows from `index * chunkSize` on. @throws GalleryError */
  chunk(index: number, options?: RequestOptions): Promise<readonly MapPhoto[]>;
}
