import type { SqlParams, SqlRow } from "../databases/database.js";
import type {
  FacetKind,
  PublishedDatabase,
  PublishedVectors,
  TimelineMonth,
} from "../format/index.js";
import type { GalleryErrorCode } from "../gallery-error.js";
import type { FacetCount, FoundPhoto, Loosened, PhotoFilter, Suggestion } from "../search.js";

/** What the worker needs to know of a gallery. */
export interface PublishedGallery {
  /** The site's root, absolute, ending with `/`. */
  root: string;
  buildId: string;
  photos: number;
  modelName: string | null;
  timeline: Pick<TimelineMonth, "month" | "photos">[];
  database: PublishedDatabase;
  vectors: PublishedVectors | null;
  /** URL of the script with what is seldom needed. */
  seldom: string;
}

export interface OpenGalleryRequest {
  type: "open-gallery";
  gallery: PublishedGallery;
}

/** Plain SQLite files, at absolute URLs. */
export interface OpenFilesRequest {
  type: "open-files";
  database: string;
  vectors: string | null;
}

export interface SqlRequest {
  type: "sql";
  sql: string;
  params: SqlParams;
}

/** A photo, by its id, or a vector. */
export type KnownExample = number | Float32Array;

export interface SearchRequest {
  type: "search";
  plus: readonly KnownExample[];
  minus: readonly KnownExample[];
  where: PhotoFilter;
  limit: number;
  offset: number;
  /** Only those that stand out. */
  meant: boolean;
}

export interface CountRequest {
  type: "count";
  where: PhotoFilter;
}

export interface LoosenRequest {
  type: "loosen";
  where: PhotoFilter;
}

export interface SuggestRequest {
  type: "suggest";
  text: string;
  limit: number;
}

export interface RespellRequest {
  type: "respell";
  text: string;
}

export interface FacetsRequest {
  type: "facets";
  kind: FacetKind;
  where: PhotoFilter;
  limit: number;
}

export interface LoadVectorsRequest {
  type: "load-vectors";
}

export interface WarmRequest {
  type: "warm";
}

export type AnsweredRequest =
  | OpenGalleryRequest
  | OpenFilesRequest
  | SqlRequest
  | SearchRequest
  | CountRequest
  | LoosenRequest
  | SuggestRequest
  | RespellRequest
  | FacetsRequest
  | LoadVectorsRequest
  | WarmRequest;

/** What comes back of each request. */
export interface Results {
  "open-gallery": null;
  "open-files": null;
  sql: SqlRow[];
  search: FoundPhoto[];
  count: number;
  loosen: Loosened[];
  suggest: Suggestion[];
  respell: string | null;
  facets: FacetCount[];
  "load-vectors": null;
  warm: null;
}

/** What the page says; `id` comes back with the answer. Nobody waits any more for the answer of what is cancelled. */
export type WorkerRequest =
  | (AnsweredRequest & { id: number })
  | { type: "cancel"; id: number }
  /** SQLite's WebAssembly, gzipped or not. */
  | { type: "start"; wasm: Uint8Array<ArrayBuffer> };

/** What the worker says, of the request with this id. */
export type WorkerMessage =
  | { type: "answer"; id: number; result: Results[keyof Results] }
  | { type: "failed"; id: number; code: GalleryErrorCode; message: string }
  | { type: "progress"; id: number; loadedBytes: number; totalBytes: number }
  /** All vectors are in memory now. */
  | { type: "vectors-loaded"; id: number };
