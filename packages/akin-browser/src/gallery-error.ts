/**
 * What went wrong:
 * - `NOT_FOUND`: the host has no such file, or answers with a page in its place; or a search names an unknown photo
 * - `NETWORK`: the host could not be reached, or refused; asking again may help
 * - `DAMAGED`: a file came, and is not what was published
 * - `FORMAT`: the gallery was made in a format that this version does not read
 * - `MISMATCH`: files of two different builds
 * - `CHANGED`: the gallery was published anew while the page was open, and a file of before is gone: reload the page
 * - `NOT_LOADED`: a statement needs vectors that are too large to be loaded unasked: `loadVectors()` loads them
 * - `SQL`: SQLite refused a statement or its parameters
 * - `UNSUPPORTED`: this browser, or this page's rules, lack what is needed, as SQLite needs WebAssembly and workers
 * - `CLOSED`: the gallery was closed before
 * - `UNEXPECTED`: none of these, which is a defect
 */
export type GalleryErrorCode =
  | "NOT_FOUND"
  | "NETWORK"
  | "DAMAGED"
  | "FORMAT"
  | "MISMATCH"
  | "CHANGED"
  | "NOT_LOADED"
  | "SQL"
  | "UNSUPPORTED"
  | "CLOSED"
  | "UNEXPECTED";

/** Every failure of this library but an abort, which rejects with the signal's own reason. */
export class GalleryError extends Error {
  override readonly name = "GalleryError";
  readonly code: GalleryErrorCode;

  constructor(code: GalleryErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
