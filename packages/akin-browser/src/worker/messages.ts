import type { DatabaseProgress, SqlParams, SqlRow } from "../databases/database.js";
import type { GalleryErrorCode } from "../gallery-error.js";

/** Where a published database is. */
export interface DatabaseFile {
  /** Absolute URLs of its gzipped parts, in order. */
  urls: string[];
  /** Size after decompression and joining. */
  bytes: number;
  /** Size of all parts as they are transferred. */
  transferBytes: number;
}

export type DatabaseName = "main" | "vectors";

export interface OpenRequest {
  type: "open";
  main: DatabaseFile;
  vectors: DatabaseFile;
  /** Both databases must carry it. */
  buildId: string;
}

export interface SelectRequest {
  type: "select";
  database: DatabaseName;
  sql: string;
  params: SqlParams;
}

/** What the page asks; `id` comes back with the answer. */
export type WorkerRequest = (OpenRequest | SelectRequest) & { id: number };

/** The answer to one request. */
export type WorkerAnswer =
  | { type: "opened"; id: number }
  | { type: "rows"; id: number; rows: SqlRow[] }
  | { type: "failed"; id: number; code: GalleryErrorCode; message: string };

export type WorkerMessage = WorkerAnswer | ({ type: "progress" } & DatabaseProgress);
