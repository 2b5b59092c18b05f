import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Random } from "./random.js";

export type Value = string | number | bigint | null | Uint8Array;

export interface RandomColumn {
  kind: "vector" | "partition" | "metadata" | "auxiliary";
  name: string;
  /** As declared: `float`, `int8`, `bit`; `text`, `integer`, `float`, `boolean`, `blob`. */
  type: string;
  dimensions: number;
}

export interface RandomTable {
  name: string;
  key: { name: string; isText: boolean };
  columns: RandomColumn[];
  /** What is in it, deleted rows included. */
  keys: Value[];
  /** Values that its columns have, for constraints. */
  values: Map<string, Value[]>;
}

/** Makes and fills a vec0 table: several chunks, deleted and changed rows, equal vectors, zeros, texts of all lengths. */
export function makeRandomTable(
  db: DatabaseSyncInstance,
  random: Random,
  name: string,
): RandomTable {
  const table = declare(random, name);
  db.exec(statementOf(table, random));
  const rows = random.chance(0.1)
    ? random.pick([0, 1, 2500])
    : random.pick([random.whole(2, 30), random.whole(30, 100), random.whole(100, 300)]);
  const pool = table.columns.map((column) =>
    column.kind === "vector"
      ? random.list(random.whole(2, 40), () => randomVector(random, column))
      : [],
  );
  const given = table.columns.map((column) => column.name);
  const insert = db.prepare(
    `INSERT INTO ${name}(${[table.key.name, ...given]}) VALUES (${["?", ...table.columns.map(wrapped)]})`,
  );
  const used = new Set<Value>();
  db.exec("BEGIN");
  const add = () => {
    const key = randomKey(random, table, used);
    const values = table.columns.map((column, i) =>
      column.kind === "vector"
        ? random.chance(0.5)
          ? random.pick(pool[i] ?? [])
          : randomVector(random, column)
        : randomValue(random, column),
    );
    insert.run(key, ...values);
    table.keys.push(key);
    table.columns.forEach((column, i) => {
      table.values.set(column.name, [...(table.values.get(column.name) ?? []), values[i] ?? null]);
    });
  };
  for (let i = 0; i < rows; i++) add();
  changeSome(db, random, table);
  if (rows > 0) for (let i = random.whole(0, 20); i > 0; i--) add();
  db.exec("COMMIT");
  return table;
}

function declare(random: Random, name: string): RandomTable {
  const key = random.pick([
    { name: "rowid", isText: false },
    { name: "rowid", isText: false },
    { name: "photo", isText: true },
    { name: "number", isText: false },
  ]);
  const columns: RandomColumn[] = [];
  const add = (kind: RandomColumn["kind"], count: number, types: readonly string[]) => {
    for (let i = 0; i < count; i++) {
      const type = random.pick(types);
      const size = random.pick([random.whole(1, 9), random.whole(10, 70), 128, 384]);
      const dimensions = type === "bit" ? Math.ceil(size / 8) * 8 : size;
      columns.push({ kind, name: `${kind}_${i}`, type, dimensions });
    }
  };
  add("vector", random.pick([1, 1, 1, 2]), ["float", "int8", "bit"]);
  add("partition", random.pick([0, 0, 1, 2]), ["text", "integer"]);
  add("metadata", random.pick([0, 1, 2, 4]), ["text", "integer", "float", "boolean"]);
  add("auxiliary", random.pick([0, 0, 1, 2]), ["text", "integer", "float", "blob"]);
  columns.sort((a, b) => hash(a.name + name) - hash(b.name + name));
  return { name, key, columns, keys: [], values: new Map() };
}

function statementOf({ name, key, columns }: RandomTable, random: Random): string {
  const parts = columns.map((column) => {
    const { kind, type, dimensions } = column;
    if (kind === "partition") return `${column.name} ${type} partition key`;
    if (kind === "auxiliary") return `+${column.name} ${type}`;
    if (kind === "metadata") return `${column.name} ${type}`;
    const metric = random.pick([
      "",
      " distance_metric=cosine",
      " distance_metric=l1",
      " distance_metric=L2",
    ]);
    return `${column.name} ${type}[${dimensions}]${type === "bit" ? "" : metric}`;
  });
  if (key.name !== "rowid") {
    parts.splice(
      random.whole(0, parts.length),
      0,
      `${key.name} ${key.isText ? "text" : "integer"} primary key`,
    );
  }
  const size = random.pick(["chunk_size=8", "chunk_size=16", "chunk_size=64", ""]);
  if (size) parts.push(size);
  return `CREATE VIRTUAL TABLE ${name} USING vec0(${parts.join(", ")})`;
}

/** Rows are deleted, among them whole chunks, and vectors and metadata are overwritten. */
function changeSome(db: DatabaseSyncInstance, random: Random, table: RandomTable): void {
  const share = random.pick([0, 0.1, 0.5]);
  const remove = db.prepare(`DELETE FROM ${table.name} WHERE ${table.key.name} = ?`);
  const gone = new Set(table.keys.filter(() => random.chance(share)));
  for (const key of gone) remove.run(key);
  const left = table.keys.filter((key) => !gone.has(key));
  // An UPDATE loses the mark that tells int8 and bits from float32, of all vector columns.
  if (
    left.length === 0 ||
    table.columns.some(({ kind, type }) => kind === "vector" && type !== "float")
  )
    return;
  for (const column of table.columns) {
    if (column.kind === "partition") continue;
    const update = db.prepare(
      `UPDATE ${table.name} SET ${column.name} = ${wrapped(column)} WHERE ${table.key.name} = ?`,
    );
    for (let i = random.whole(0, 3); i > 0; i--) {
      const value =
        column.kind === "vector" ? randomVector(random, column) : randomValue(random, column);
      update.run(value, random.pick(left));
    }
  }
}

function randomKey(random: Random, { key }: RandomTable, used: Set<Value>): Value {
  for (;;) {
    const number = random.whole(1, 100_000);
    const value = key.isText ? `photo ${number}` : BigInt(number);
    if (used.has(value)) continue;
    used.add(value);
    return value;
  }
}

/** Small whole numbers, so that distances are equal often; now and then zeros, or any numbers. */
export function randomVector(random: Random, { type, dimensions }: RandomColumn): Uint8Array {
  const span = random.pick([1, 1, 3, 100]);
  const isZero = random.chance(0.03);
  if (type === "bit")
    return Uint8Array.from(random.list(dimensions / 8, () => (isZero ? 0 : random.whole(0, 255))));
  const isFraction = type === "float" && random.chance(0.5);
  const numbers = random.list(dimensions, () => {
    if (isZero) return 0;
    return isFraction ? random.next() * 2 - 1 : random.whole(-span, span);
  });
  if (type === "int8") return new Uint8Array(Int8Array.from(numbers).buffer);
  return new Uint8Array(Float32Array.from(numbers).buffer);
}

export function randomValue(random: Random, { kind, type }: RandomColumn): Value {
  if (kind === "auxiliary" && random.chance(0.2)) return null;
  switch (type) {
    case "text":
      return randomText(random, kind === "partition");
    case "integer":
      if (kind === "metadata" && random.chance(0.02)) return 2n ** 60n + BigInt(random.whole(0, 3));
      return BigInt(random.whole(-3, 5));
    case "float":
      return random.whole(-4, 4) / 2 + 0.25;
    case "boolean":
      return BigInt(random.whole(0, 1));
    default:
      return Uint8Array.from(random.list(random.whole(0, 5), () => random.whole(0, 255)));
  }
}

/** Of 12 bytes is none: range constraints on those fail in sqlite-vec 0.1.9. */
function randomText(random: Random, isShort: boolean): string {
  const text = random.pick([
    "",
    "a",
    "b",
    "ab",
    "sea",
    "Ägypten",
    "mountain",
    "mountain l",
    "mountain lake",
    "mountain lake in the morning",
    "mountain lake in the evening",
    "山と海と空と雲",
    "🌊🌊🌊🌊",
  ]);
  const suffix = random.chance(0.3) ? random.pick(["1", "2", " north"]) : "";
  const whole = isShort ? text.slice(0, 3) : text + suffix;
  return Buffer.byteLength(whole) === 12 ? `${whole}!` : whole;
}

function wrapped({ kind, type }: RandomColumn): string {
  if (kind !== "vector" || type === "float") return "?";
  return `vec_${type}(?)`;
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = Math.imul(sum, 31) + character.charCodeAt(0);
  return sum;
}
