import { parseDeclaration } from "../declaration/parse-declaration.js";
import { quoted, schemaOf } from "../declaration/schema-of.js";
import {
  messageOf,
  type Pointer,
  SQLITE_ERROR,
  SQLITE_OK,
  SQLITE_READONLY,
  type Sqlite,
} from "../sqlite/sqlite.js";
import { ArrayTable } from "../table/array-table.js";
import { ShadowTable } from "../table/shadow-table.js";
import type { FoundRows, Vec0Table } from "../table/vec0-table.js";
import type { VectorTable } from "../vector-table.js";
import { choosePlan, distanceColumn } from "./choose-plan.js";
import { IndexInfo } from "./index-info.js";
import { decodePlan } from "./query-plan.js";

interface Cursor extends FoundRows {
  table: Vec0Table;
  at: number;
}

/** Tables that a page gave, by the address of their database. */
export type GivenTables = Map<Pointer, Map<string, VectorTable>>;

const READ_ONLY = "vec0 is read-only here: write with sqlite-vec, where the database is made";

/** Bytes of sqlite3_vtab, whose third field is the error message. */
const VTAB_BYTES = 12;
const ERROR_AT = 8;

/** Builds sqlite3_module, and returns its address. */
export function installModule(sqlite: Sqlite, given: GivenTables): Pointer {
  const tables = new Map<Pointer, Vec0Table>();
  const cursors = new Map<Pointer, Cursor>();
  const { c } = sqlite;

  const tableAt = (vtab: Pointer) => found(tables.get(vtab), "table");
  const cursorAt = (cursor: Pointer) => found(cursors.get(cursor), "cursor");
  const vtabOf = (cursor: Pointer) => sqlite.view.getUint32(cursor, true);

  /** Runs, and leaves what is thrown as the message at `place`. */
  const guarded = (place: Pointer, run: () => number | undefined): number => {
    try {
      return run() ?? SQLITE_OK;
    } catch (error) {
      c.sqlite3_free(sqlite.view.getUint32(place, true));
      const message = sqlite.allocateText(messageOf(error));
      sqlite.view.setUint32(place, message, true);
      return SQLITE_ERROR;
    }
  };

  const connect =
    (isNew: boolean) =>
    (db: Pointer, _data: Pointer, count: number, list: Pointer, out: Pointer, error: Pointer) =>
      guarded(error, () => {
        const { view } = sqlite;
        const [, schema = "", name = "", ...texts] = Array.from({ length: count }, (_, i) =>
          sqlite.text(view.getUint32(list + i * 4, true)),
        );
        const given_ = schema === "temp" ? given.get(db)?.get(name) : undefined;
        if (isNew && !given_) {
          throw new Error(
            `vec0 constructor error: ${schema}.${name} can't be created. ${READ_ONLY}`,
          );
        }
        const table = given_
          ? new ArrayTable(sqlite, given_)
          : new ShadowTable(sqlite, db, schema, name, parseDeclaration(texts));
        const schemaText = schemaOf(table.declaration);
        if (sqlite.withCopies([schemaText], (at) => c.sqlite3_declare_vtab(db, at)) !== SQLITE_OK) {
          throw new Error(
            `vec0 constructor error: could not declare virtual table, '${sqlite.text(c.sqlite3_errmsg(db))}'`,
          );
        }
        const vtab = sqlite.allocate(VTAB_BYTES);
        tables.set(vtab, table);
        sqlite.view.setUint32(out, vtab, true);
        return SQLITE_OK;
      });

  const disconnect = (vtab: Pointer) => {
    tables.get(vtab)?.close();
    tables.delete(vtab);
    c.sqlite3_free(vtab);
    return SQLITE_OK;
  };

  const methods: [signature: string, method: ((...parameters: never[]) => unknown) | null][] = [
    ["i(pppppp)", connect(true)],
    ["i(pppppp)", connect(false)],
    [
      "i(pp)",
      (vtab: Pointer, info: Pointer) =>
        guarded(vtab + ERROR_AT, () =>
          choosePlan(tableAt(vtab).declaration, new IndexInfo(sqlite, info)),
        ),
    ],
    ["i(p)", disconnect],
    [
      "i(p)",
      // xDestroy: only what lies in the page's memory can be dropped.
      (vtab: Pointer) => (tableAt(vtab) instanceof ArrayTable ? disconnect(vtab) : SQLITE_READONLY),
    ],
    [
      "i(pp)",
      (vtab: Pointer, out: Pointer) => {
        const cursor = sqlite.allocate(4);
        cursors.set(cursor, { table: tableAt(vtab), rows: [], at: 0 });
        sqlite.view.setUint32(out, cursor, true);
        return SQLITE_OK;
      },
    ],
    [
      "i(p)",
      (cursor: Pointer) => {
        cursors.delete(cursor);
        c.sqlite3_free(cursor);
        return SQLITE_OK;
      },
    ],
    [
      "i(pipip)",
      (cursor: Pointer, index: number, text: Pointer, count: number, list: Pointer) =>
        guarded(vtabOf(cursor) + ERROR_AT, () => {
          const { table } = cursorAt(cursor);
          const plan = decodePlan(sqlite.text(text), index);
          const { view } = sqlite;
          const values = Array.from({ length: count }, (_, i) =>
            view.getUint32(list + i * 4, true),
          );
          const found =
            plan.kind === "nearest"
              ? table.nearest(plan, values)
              : plan.kind === "point"
                ? table.point(values[0] ?? 0)
                : table.all();
          cursors.set(cursor, { table, ...found, at: 0 });
          return SQLITE_OK;
        }),
    ],
    [
      "i(p)",
      (cursor: Pointer) => {
        cursorAt(cursor).at++;
        return SQLITE_OK;
      },
    ],
    [
      "i(p)",
      (cursor: Pointer) => {
        const { at, rows } = cursorAt(cursor);
        return at < rows.length ? 0 : 1;
      },
    ],
    [
      "i(ppi)",
      (cursor: Pointer, context: Pointer, column: number) => {
        try {
          const { table, rows, distances, at } = cursorAt(cursor);
          if (column < distanceColumn(table.declaration)) {
            table.give(context, rows[at] ?? 0, column);
          } else if (column === distanceColumn(table.declaration) && distances) {
            // SQLite makes NULL of NaN.
            c.sqlite3_result_double(context, distances[at] ?? Number.NaN);
          }
        } catch (error) {
          sqlite.resultError(context, error);
        }
        return SQLITE_OK;
      },
    ],
    [
      "i(pp)",
      (cursor: Pointer, out: Pointer) => {
        const { table, rows, at } = cursorAt(cursor);
        const rowid = table.rowidOf(rows[at] ?? 0);
        sqlite.view.setBigInt64(out, rowid, true);
        return SQLITE_OK;
      },
    ],
    [
      "i(pipp)",
      (vtab: Pointer) =>
        guarded(vtab + ERROR_AT, () => {
          throw new Error(READ_ONLY);
        }) && SQLITE_READONLY,
    ],
  ];
  // iVersion and 24 methods.
  const module = sqlite.allocate(25 * 4);
  for (const [i, [signature, method]] of methods.entries()) {
    if (method === null) continue;
    const pointer = sqlite.install(signature, method);
    sqlite.view.setUint32(module + 4 + i * 4, pointer, true);
  }
  return module;
}

/** Makes a given table known to SQL. */
export function createStatement({ name, column, metric, vectors }: VectorTable): string {
  const type = vectors.type === "float32" ? "float" : vectors.type;
  const option = vectors.type === "bit" ? "" : ` distance_metric=${metric}`;
  return `CREATE VIRTUAL TABLE temp.${quoted(name)} USING vec0(${column} ${type}[${vectors.dimensions}]${option})`;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Internal vec0 error: unknown ${what}`);
  return value;
}
