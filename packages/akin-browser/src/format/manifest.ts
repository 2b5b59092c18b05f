import type { Calibration } from "./calibration.js";
import type { PublishedMap } from "./map-chunk.js";
import type { Presentation } from "./presentation.js";
import type { PublishedTowers } from "./published-tower.js";
import type { PublishedVocabulary } from "./published-vocabulary.js";

/** A SQLite file cut between pages into chunks that are fetched alone. */
export interface PublishedDatabase {
  /** Size of the whole file in bytes. */
  bytes: number;
  /** Size of all chunks as they are transferred, in bytes. */
  transferBytes: number;
  /** Of SQLite's pages, in bytes. */
  pageSize: number;
  /** Names of index files in `data/database/`; joined in order they list the chunks: JSON arrays of `[name, pages]`. */
  index: string[];
  /** Names of the chunks that searches of words read, whatever the words. */
  first: string[];
}

/** Rows of one kind, cut into chunks. */
export interface VectorChunks {
  /** Size of all chunks in bytes. */
  bytes: number;
  /** Names of index files in `data/vectors/`; joined in order they list the chunks: JSON arrays of `[name, rows]`. */
  index: string[];
}

/** The vectors: row r belongs to the photo of position r + 1; a photo without a vector has a row of zeros. */
export interface PublishedVectors {
  dimensions: number;
  rows: number;
  /** A signed byte a dimension; each vector is scaled by its own largest absolute value to ±127. */
  int8: VectorChunks;
  /** A bit a dimension, 1 where it is above 0: bit `i % 8`, lowest first, of byte `i >> 3`. */
  signs: VectorChunks;
}

/** One grid block: photos that follow each other in display order. */
export interface TimelineBlock {
  /** Name of the file in `data/grid/`. */
  name: string;
  photos: number;
}

/** A month of the timeline, newest first; photos without a date come last, with `month` null. */
export interface TimelineMonth {
  /** `YYYY-MM`, in the local time of the photos. */
  month: string | null;
  photos: number;
  blocks: TimelineBlock[];
}

/** Where the cards are: shard `floor(id / 2^(53 - bits))`, whose name is in index file `floor(shard / 256)`. */
export interface CardIndex {
  /** There are `2^bits` shards. */
  bits: number;
  /** Names of the index files in `data/cards/`; each is a JSON array of up to 256 shard names. */
  index: string[];
}

/** `data/manifest.json`, the only file of `data/` that is not cached for ever. */
export interface Manifest {
  format: number;
  buildId: string;
  title: string;
  presentation: Presentation;
  photos: number;
  /** The model of the embeddings; null for an album without any. */
  model: { name: string; dimensions: number } | null;
  /** What distances of the model's vectors mean; null in an album without vectors. */
  calibration: Calibration | null;
  /** What distances of looks mean; null where the model is `builtin`, which sees nothing else. */
  lookCalibration: Calibration | null;
  /** Longest sides of the published images in pixels, ascending. */
  imageSizes: number[];
  timeline: TimelineMonth[];
  cards: CardIndex;
  /** The searchable database; it carries the manifest's build id. */
  database: PublishedDatabase;
  /** Null for an album without vectors. */
  vectors: PublishedVectors | null;
  /** Name of the list of folders in `data/albums/`; null where no photo lies in a folder. */
  albums: string | null;
  /** Name of the file in `data/places/` that tells where photos were taken; null where none tells. */
  places: string | null;
  /** Null where the model reads no words. */
  vocabulary: PublishedVocabulary | null;
  /** Null where no network of the model is published. */
  towers: PublishedTowers | null;
  /** Null in an album without vectors, or whose map is not published. */
  likenessMap: PublishedMap | null;
}

/** Index files hold this many shard names each. */
export const CARD_INDEX_FANOUT = 256;

/** The shard that holds a photo's card. */
export function cardShard(id: number, bits: number): number {
  return Math.floor(id / 2 ** (53 - bits));
}

/** The file of one published image, relative to the site. */
export function imagePath(image: string, size: number): string {
  return `images/${image.slice(0, 2)}/${image}-${size}.jpg`;
}

/**
 * The sizes that exist of a photo: all that are smaller than it, and the first that is not.
 * That last one holds the photo at its own size, because photos are never enlarged.
 *
 * @returns longest sides in pixels, ascending; the names of the files, not necessarily their real size
 */
export function availableSizes(
  width: number,
  height: number,
  imageSizes: readonly number[],
): number[] {
  const longest = Math.max(width, height);
  const first = imageSizes.findIndex((size) => size >= longest);
  return first < 0 ? [...imageSizes] : imageSizes.slice(0, first + 1);
}
