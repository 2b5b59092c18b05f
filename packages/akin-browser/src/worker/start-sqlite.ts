import startModule, { type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { GalleryError } from "../gallery-error.js";
import { gunzip } from "../source/gunzip.js";
import { looksGzipped } from "../source/published-content.js";

const CONFIG = {
  // Storage that SQLite would set up, and warn about where the page has no COOP/COEP headers; nothing is stored here.
  disable: {
    vfs: { kvvfs: true, opfs: true, "opfs-vfs": true, "opfs-sahpool": true, "opfs-wl": true },
  },
  // It warns of failed statements, which reject with the same words.
  warn() {},
};

type Bytes = Uint8Array<ArrayBuffer>;

/** The types leave out what Emscripten takes. */
const start: (options: { wasmBinary: Bytes }) => Promise<Sqlite3Static> = startModule;

let take: (wasm: Bytes) => void;
const arrived = new Promise<Bytes>((resolve) => {
  take = resolve;
});

/** @param wasm SQLite's WebAssembly as its file is, gzipped, or as a host that says so has the browser decompress it */
export function takeWasm(wasm: Bytes): void {
  take(wasm);
}

/** Starts SQLite once its WebAssembly is there, which the page fetches. @throws GalleryError `UNSUPPORTED` */
export async function startSqlite(): Promise<Sqlite3Static> {
  const bytes = await arrived;
  Object.assign(globalThis, { sqlite3ApiConfig: CONFIG });
  try {
    const wasmBinary = (looksGzipped(bytes) ? await gunzip(bytes) : null) ?? bytes;
    return await start({ wasmBinary });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GalleryError(
      "UNSUPPORTED",
      `SQLite could not start: ${reason}. A page with a Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.`,
      { cause },
    );
  }
}
