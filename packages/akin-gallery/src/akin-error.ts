/** What went wrong, for programs; the command line prints it with `--json`. */
export type AkinErrorCode =
  | "ABORTED"
  | "BAD_CONFIG"
  | "BAD_DATABASE"
  | "BAD_MODEL"
  | "BUSY"
  | "DAMAGED"
  | "DISK_FULL"
  | "FAILED"
  | "MANY_REMOVED"
  | "MODEL_NOT_AVAILABLE"
  | "NEWER_FORMAT"
  | "NO_GALLERY"
  | "NO_PHOTOS"
  | "NOT_A_GALLERY"
  | "NOT_FOUND"
  | "NOT_WRITABLE"
  | "UNFINISHED"
  | "UNREADABLE"
  | "USAGE";

/** An expected failure: its message is one line that says what, where, and what to do. */
export class AkinError extends Error {
  override readonly name = "AkinError";

  constructor(
    readonly code: AkinErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
