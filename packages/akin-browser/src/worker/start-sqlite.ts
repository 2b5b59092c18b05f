import startModule, { type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { GalleryError } from "../gallery-error.js";

const CONFIG = {
  // Storage that SQLite would set up, and warn about where the page has no COOP/COEP headers; nothing is stored here.
  disable: {
    vfs: { kvvfs: true, opfs: true, "opfs-vfs": true, "opfs-sahpool": true, "opfs-wl": true },
  },
  // It warns of failed statements, which reject with the same words.
  warn() {},
};

/** @throws GalleryError `UNSUPPORTED` */
export async function startSqlite(): Promise<Sqlite3Static> {
  Object.assign(globalThis, { sqlite3ApiConfig: CONFIG });
  try {
    return await startModule();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GalleryError(
      "UNSUPPORTED",
      `SQLite could not start: ${reason}. A page with a Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.`,
      { cause },
    );
  }
}
