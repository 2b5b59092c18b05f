/** Bytes of a photo in the map's overview: position, x, y, colour. */
export const MAP_ROW_BYTES = 11;

/** Coordinates of the map are integers from 0 to this. */
export const MAP_UNITS = 65_535;

/** Photos of the map that a photo is tied to at most: the first ones of its card. */
export const MAP_TIES = 5;

/** The map of the album by likeness. */
export interface PublishedMap {
  /** How many are on it: those that have a vector. */
  photos: number;
  /** How many a chunk holds; the last one holds what is left. */
  chunkSize: number;
  /** Name of the overview in `data/map/`. */
  overview: string;
  /** Name of the list of the chunks' names in `data/map/`. */
  chunks: string;
}

/** What it takes to draw and name photos that follow each other on the map: columns of one length. */
export interface MapChunk {
  ids: number[];
  /** Upright size of the original in pixels. */
  widths: number[];
  heights: number[];
  /** Image names. */
  images: string[];
  /** ThumbHashes, base64. */
  placeholders: string[];
  /** Title, or else file name. */
  labels: string[];
  /** Rows of the overview that hold the photos most like each. */
  similar: number[][];
}
