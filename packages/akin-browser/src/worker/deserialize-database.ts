import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { GalleryError } from "../gallery-error.js";
import type { FetchedParts } from "./fetch-parts.js";
import type { DatabaseFile } from "./messages.js";

/** Opens a read-only database over its parts, which are copied once, into the memory that SQLite reads. */
export async function deserializeDatabase(
  { capi, oo1, wasm }: Sqlite3Static,
  { urls, bytes }: DatabaseFile,
  parts: FetchedParts,
): Promise<Database> {
  const memory = wasm.alloc(bytes);
  let offset = 0;
  for (const url of urls) {
    const part = await parts.get(url);
    const end = offset + (part?.length ?? 0);
    // The heap is asked for anew each time: it moves when it grows.
    if (part !== undefined && end <= bytes) wasm.heap8u().set(part, memory + offset);
    offset = end;
  }
  if (offset !== bytes) {
    wasm.dealloc(memory);
    const message = `${urls.join(", ")}: ${offset} bytes came, ${bytes} were published.`;
    throw new GalleryError("DAMAGED", message);
  }
  const db = new oo1.DB(":memory:");
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  db.checkRc(capi.sqlite3_deserialize(db, "main", memory, bytes, bytes, flags));
  return db;
}
