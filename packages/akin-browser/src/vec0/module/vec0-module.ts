import type { Database } from "@sqlite.org/sqlite-wasm";
import { schemaOf } from "../declaration/schema-of.js";
import {
  messageOf,
  type Pointer,
  SQLITE_ERROR,
  SQLITE_OK,
  SQLITE_READONLY,
  type Sqlite,
} from "../sqlite/sqlite.js";
import { ArrayTable } from "../table/array-table.js";
import type { FoundRows, Vec0Table } from "../table/vec0-table.js";
import type { VectorTable } from "../vector-table.js";
import { choosePlan, distanceColumn } from "./choose-plan.js";
import { IndexInfo } from "./index-info.js";
import type { Plan } from "./query-plan.js";

/** Opens a table that sqlite-vec wrote. @param texts the arguments of its declaration */
export type OpenStored = (
  sqlite: Sqlite,
  db: Database,
  schema: string,
  name: string,
  texts: readonly string[],
) => Vec0Table;

/** A database that vec0 is registered in. */
export interface Registered {
  db: Database;
  /** Tables that the page gave, by name. */
  tables: Map<string, VectorTable>;
}

interface Cursor extends FoundRows {
  table: Vec0Table;
  at: number;
}

const READ_ONLY = "vec0 is read-only here: write with sqlite-vec, where the database is made";

// sqlite3_vtab: three fields, of which the last is the error message. sqlite3_vtab_cursor: one, its table.
const VTAB_BYTES = 12;
const ERROR_AT = 8;
const CURSOR_BYTES = 4;
/** sqlite3_module: a version and 24 methods. */
const MODULE_BYTES = 100;

/** Builds sqlite3_module, and returns its address. */
export function installModule(
  sqlite: Sqlite,
  databases: ReadonlyMap<Pointer, Registered>,
  openStored: OpenStored | undefined,
): Pointer {
  const { c, wasm, capi } = sqlite;
  const tables = new Map<Pointer, Vec0Table>();
  const cursors = new Map<Pointer, Cursor>();
  const tableAt = (vtab: Pointer) => known(tables.get(vtab));
  const cursorAt = (cursor: Pointer) => known(cursors.get(cursor));
  const textAt = (at: Pointer) => wasm.cstrToJs(at) ?? "";
  const setPointer = (at: Pointer, value: Pointer) => sqlite.view.setUint32(at, value, true);

  /** Runs, and leaves what is thrown as the message at `place`. */
  const guarded = (place: Pointer, run: () => void, code = SQLITE_ERROR): number => {
    try {
      run();
      return SQLITE_OK;
    } catch (error) {
      wasm.dealloc(sqlite.view.getUint32(place, true));
      const message = wasm.allocCString(messageOf(error), false);
      setPointer(place, message);
      return code;
    }
  };

  const connect =
    (isNew: boolean) =>
    (
      pointer: Pointer,
      _data: Pointer,
      count: number,
      list: Pointer,
      out: Pointer,
      error: Pointer,
    ) =>
      guarded(error, () => {
        const [, schema = "", name = "", ...texts] = sqlite.pointers(list, count).map(textAt);
        const { db, tables: given } = known(databases.get(pointer));
        const vectors = schema === "temp" ? given.get(name) : undefined;
        const open = isNew ? undefined : openStored;
        const table = vectors
          ? new ArrayTable(sqlite, vectors)
          : open?.(sqlite, db, schema, name, texts);
        if (!table) throw new Error(`${schema}.${name} can't be created. ${READ_ONLY}`);
        db.checkRc(capi.sqlite3_declare_vtab(pointer, schemaOf(table.declaration)));
        const vtab = sqlite.allocate(VTAB_BYTES);
        tables.set(vtab, table);
        setPointer(out, vtab);
      });

  const disconnect = (vtab: Pointer) => {
    tableAt(vtab).close();
    tables.delete(vtab);
    wasm.dealloc(vtab);
    return SQLITE_OK;
  };

  const bestIndex = (vtab: Pointer, info: Pointer) =>
    guarded(vtab + ERROR_AT, () => {
      choosePlan(tableAt(vtab).declaration, new IndexInfo(sqlite, info));
    });

  /** Only what lies in the page's memory can be dropped. */
  const destroy = (vtab: Pointer) =>
    tableAt(vtab) instanceof ArrayTable ? disconnect(vtab) : SQLITE_READONLY;

  const openCursor = (vtab: Pointer, out: Pointer) => {
    const cursor = sqlite.allocate(CURSOR_BYTES);
    cursors.set(cursor, { table: tableAt(vtab), rows: [], at: 0 });
    setPointer(out, cursor);
    return SQLITE_OK;
  };

  const closeCursor = (cursor: Pointer) => {
    cursors.delete(cursor);
    wasm.dealloc(cursor);
    return SQLITE_OK;
  };

  const filter = (cursor: Pointer, _index: number, text: Pointer, count: number, list: Pointer) =>
    guarded(sqlite.view.getUint32(cursor, true) + ERROR_AT, () => {
      const { table } = cursorAt(cursor);
      const plan: Plan = JSON.parse(textAt(text));
      const values = sqlite.pointers(list, count);
      cursors.set(cursor, { table, ...answer(table, plan, values), at: 0 });
    });

  const next = (cursor: Pointer) => {
    cursorAt(cursor).at++;
    return SQLITE_OK;
  };

  const isAtEnd = (cursor: Pointer) => {
    const { at, rows } = cursorAt(cursor);
    return at < rows.length ? 0 : 1;
  };

  const column = (cursor: Pointer, context: Pointer, column: number) => {
    try {
      const { table, rows, distances, at } = cursorAt(cursor);
      const distance = distanceColumn(table.declaration);
      if (column < distance) table.give(context, rows[at] ?? 0, column);
      // SQLite makes NULL of NaN.
      else if (column === distance && distances) {
        c.sqlite3_result_double(context, distances[at] ?? Number.NaN);
      }
    } catch (error) {
      capi.sqlite3_result_error(context, messageOf(error), -1);
    }
    return SQLITE_OK;
  };

  const rowid = (cursor: Pointer, out: Pointer) => {
    const { table, rows, at } = cursorAt(cursor);
    sqlite.view.setBigInt64(out, table.rowidOf(rows[at] ?? 0), true);
    return SQLITE_OK;
  };

  const update = (vtab: Pointer) =>
    guarded(
      vtab + ERROR_AT,
      () => {
        throw new Error(READ_ONLY);
      },
      SQLITE_READONLY,
    );

  const module = sqlite.allocate(MODULE_BYTES);
  const install = (index: number, signature: string, method: (...at: never[]) => number) => {
    const pointer = wasm.installFunction(signature, method);
    setPointer(module + index * 4, pointer);
  };
  install(1, "i(pppppp)", connect(true));
  install(2, "i(pppppp)", connect(false));
  install(3, "i(pp)", bestIndex);
  install(4, "i(p)", disconnect);
  install(5, "i(p)", destroy);
  install(6, "i(pp)", openCursor);
  install(7, "i(p)", closeCursor);
  install(8, "i(pipip)", filter);
  install(9, "i(p)", next);
  install(10, "i(p)", isAtEnd);
  install(11, "i(ppi)", column);
  install(12, "i(pp)", rowid);
  install(13, "i(pipp)", update);
  return module;
}

function answer(table: Vec0Table, plan: Plan, values: readonly Pointer[]): FoundRows {
  switch (plan.kind) {
    case "nearest":
      return table.nearest(plan, values);
    case "point":
      return table.point(values[0] ?? 0);
    case "all":
      return table.all();
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("vec0: this table or database is closed");
  return value;
}
