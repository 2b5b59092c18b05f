import { PhotoError } from "./photo-error.js";

/** The first that matches what libvips says; its own words, kept as the cause, may mix several photos' at a time. */
const REASONS: readonly [RegExp, string][] = [
  [/file is missing/, "there is no such file"],
  [/is empty/, "the file is empty"],
  [/exceeds pixel limit/, "it has more than 268 million pixels"],
  [/unsupported image format/, "it is no image, or of a format that is not supported"],
  [/not configured|not supported|unsupported/i, "its kind of compression is not supported"],
  [/^/, "the file is damaged or incomplete"],
];

/** An error of one line, the same for the same photo, for what sharp throws. */
export function decodeError(error: unknown): PhotoError {
  const message = error instanceof Error ? error.message : String(error);
  const [, reason] = REASONS.find(([pattern]) => pattern.test(message)) ?? [];
  return new PhotoError("BROKEN_IMAGE", `can't be decoded: ${reason}`, { cause: error });
}
