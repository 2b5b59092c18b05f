import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { Case } from "./random-query.js";

/** Rows of columns, or what went wrong. Blobs are hexadecimal, integers beyond 2^53 texts. */
export type Answer = { rows: unknown[][] } | { error: string };

export function nativeAnswer(db: DatabaseSyncInstance, { sql, parameters }: Case): Answer {
  try {
    const statement = db.prepare(sql);
    statement.setReadBigInts(true);
    return { rows: statement.all(...parameters).map((row) => Object.values(row).map(plain)) };
  } catch (error) {
    return { error: String(error instanceof Error ? error.message : error) };
  }
}

export function wasmAnswer(db: Database, { sql, parameters }: Case): Answer {
  try {
    const rows = db.selectObjects(sql, parameters as never);
    return { rows: rows.map((row) => Object.values(row).map(plain)) };
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error);
    return { error: message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, "") };
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `x'${Array.from(value, hex).join("")}'`;
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** The file, opened by the official SQLite WASM. */
export function openInWasm({ oo1, wasm, capi }: Sqlite3Static, file: Uint8Array): Database {
  const db = new oo1.DB(":memory:");
  const memory = wasm.alloc(file.length);
  wasm.heap8u().set(file, memory);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  db.checkRc(capi.sqlite3_deserialize(db, "main", memory, file.length, file.length, flags));
  return db;
}
