import { PhotoError, type PhotoErrorCode } from "./photo-error.js";
import { isWasmTrap } from "./wasm-trap.js";

/** The first that matches what ImageMagick says. */
const REASONS: readonly [RegExp, PhotoErrorCode, string][] = [
  [/WidthOrHeightExceedsLimit/, "TOO_LARGE", "is more than 65,535 pixels wide or high"],
  [
    /ResourcesExhausted|MemoryAllocation|ListLengthExceedsLimit/,
    "OUT_OF_MEMORY",
    "takes too much memory to decode",
  ],
  [/not ?supported|NotAuthorized/i, "BROKEN_IMAGE", "can't be decoded: its kind is not supported"],
  [/^/, "BROKEN_IMAGE", "can't be decoded: the file is damaged or incomplete"],
];

/** An error of one line, the same for the same photo, for what ImageMagick throws; a trap as it is. */
export function magickError(error: unknown): unknown {
  // After one the module is of no use any more: whoever runs it has to know.
  if (isWasmTrap(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  const [, code, message] = REASONS.find(([pattern]) => pattern.test(text)) ?? [];
  return new PhotoError(code ?? "BROKEN_IMAGE", message ?? text, { cause: error });
}
