import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { describeError } from "./describe-error.js";

/** Name of the file that is locked while a gallery is written. */
export const LOCK_FILE = ".akin-lock";

/**
 * Keeps a second build out of the same gallery. The lock is the operating system's own, on a SQLite file, so it
 * falls with the process however that ends, and is never left over.
 *
 * @returns releases the lock
 * @throws AkinError `BUSY` if another process holds it, `NOT_WRITABLE` if the folder can't be written to
 */
export function lockGallery(root: string): () => void {
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(join(root, LOCK_FILE), { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    const message = describeError(error);
    if (message.includes("locked")) {
      throw new AkinError("BUSY", `another akin is writing ${root}; wait until it is done`);
    }
    throw new AkinError("NOT_WRITABLE", `can't write to ${root}: ${message}`, { cause: error });
  }
  const held = database;
  return () => held.close();
}
