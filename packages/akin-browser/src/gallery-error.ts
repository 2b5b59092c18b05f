/**
 * What went wrong:
 * - `NOT_FOUND`: the host has no such file, or answers with a page in its place
 * - `NETWORK`: the host could not be reached, or refused; asking again may help
 * - `DAMAGED`: a file came, and is not what was published
 * - `FORMAT`: the gallery was made in a format that this version does not read
 * - `MISMATCH`: files of two different builds
 * - `SQL`: SQLite refused a statement or its parameters
 * - `UNSUPPORTED`: this browser, or this page's rules, lack what is needed, as SQLite needs WebAssembly and workers
 * - `CLOSED`: the gallery was closed before
 */
export type GalleryErrorCode =
  | "NOT_FOUND"
  | "NETWORK"
  | "DAMAGED"
  | "FORMAT"
  | "MISMATCH"
  | "SQL"
  | "UNSUPPORTED"
  | "CLOSED";

/** Every failure of this library but an abort, which rejects with the signal's own reason. */
export class GalleryError extends Error {
  override readonly name = "GalleryError";
  readonly code: GalleryErrorCode;

  constructor(code: GalleryErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
