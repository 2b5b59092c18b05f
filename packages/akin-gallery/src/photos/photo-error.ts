/** What can be wrong with a photo; stands in `failures.code`. */
export type PhotoErrorCode =
  | "EMPTY"
  | "TOO_LARGE"
  | "NOT_AN_IMAGE"
  | "UNREADABLE"
  | "CHANGED"
  | "BROKEN_IMAGE"
  | "UNSUPPORTED_FORMAT"
  | "NO_PREVIEW"
  | "NO_FFMPEG"
  | "CRASHED"
  | "TIMEOUT"
  | "OUT_OF_MEMORY";

/** A photo that can't be used; the message is one line for the list of failures. */
export class PhotoError extends Error {
  override readonly name = "PhotoError";

  constructor(
    readonly code: PhotoErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
