import { AkinError } from "./akin-error.js";
import { describeError, errorCode } from "./describe-error.js";

const FULL = new Set(["ENOSPC", "EDQUOT"]);
const NOT_WRITABLE = new Set(["EROFS", "EACCES", "EPERM", "EIO"]);

/** What SQLite says; and sqlite-vec, which keeps SQLite's reason for itself: what it inserts is right, so it is the room. */
const FULL_MESSAGE = /database or disk is full|sqlite-vec error: could not insert/i;

/**
 * What is wrong with the disk, if that is what an error tells of: no photo's fault, and a reason to stop.
 * @param file what was being written, where it is known
 */
export function diskError(error: unknown, file?: string): AkinError | undefined {
  const code = errorCode(error) ?? "";
  const where = file === undefined ? "" : `can't write ${file}: `;
  if (FULL.has(code) || FULL_MESSAGE.test(describeError(error))) {
    const message = `${where}the disk is full; make room and run the command again, what was finished is kept`;
    return new AkinError("DISK_FULL", message, { cause: error });
  }
  if (file === undefined || !NOT_WRITABLE.has(code)) return undefined;
  return new AkinError("NOT_WRITABLE", `${where}${describeError(error)}`, { cause: error });
}
