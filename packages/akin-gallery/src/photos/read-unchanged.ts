import { createReadStream, promises as fs } from "node:fs";
import { describeError } from "../describe-error.js";
import type { FoundPhoto } from "./pair-files.js";
import { PhotoError } from "./photo-error.js";

/** A file as it was when the album was walked. */
export type FileState = Pick<FoundPhoto, "size" | "modifiedAt">;

/**
 * Runs what reads a photo's file, whose owner may change it meanwhile: nothing is kept under a hash that it isn't of, and a
 * photo is not called broken because its disk has a fault, or because it is still being copied.
 *
 * @param seen undefined where it doesn't matter what the file was before
 * @throws PhotoError `CHANGED` or `UNREADABLE`, which are forgotten by the next build; what `read` throws otherwise
 */
export async function readUnchanged<T>(
  file: string,
  seen: FileState | undefined,
  read: () => Promise<T>,
): Promise<T> {
  let result: T;
  try {
    result = await read();
  } catch (error) {
    await refuseChanged(file, seen);
    await refuseUnreadable(file);
    throw error;
  }
  await refuseChanged(file, seen);
  return result;
}

/** As the walk does it: some network disks tell another time of a file that is open. */
async function refuseChanged(file: string, seen: FileState | undefined): Promise<void> {
  const now = await fs.stat(file).catch(refuse);
  if (!seen || (now.size === seen.size && now.mtimeMs === seen.modifiedAt)) return;
  throw new PhotoError(
    "CHANGED",
    "changed while it was read; the next build takes it as it is then",
  );
}

/** Decoders don't tell that a disk has a fault. */
async function refuseUnreadable(file: string): Promise<void> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) void chunk;
  } catch (error) {
    refuse(error);
  }
}

function refuse(error: unknown): never {
  throw new PhotoError("UNREADABLE", `can't be read: ${describeError(error)}`, { cause: error });
}
