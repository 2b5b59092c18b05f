import type { Random } from "./random.js";
import {
  type RandomColumn,
  type RandomTable,
  randomValue,
  randomVector,
  type Value,
} from "./random-table.js";

export interface Case {
  sql: string;
  parameters: Value[];
}

/** One of the statements that sqlite-vec answers. */
export function randomQuery(random: Random, table: RandomTable): Case {
  const kind = random.next();
  if (kind < 0.72) return nearest(random, table);
  if (kind < 0.82) return byKey(random, table);
  if (kind < 0.9) return scan(random, table);
  return functions(random, table);
}

function nearest(random: Random, table: RandomTable): Case {
  const parameters: Value[] = [];
  const use = (value: Value) => {
    parameters.push(value);
    return "?";
  };
  const column = random.pick(table.columns.filter(({ kind }) => kind === "vector"));
  const where = [`${column.name} MATCH ${vectorOf(random, column, use)}`];
  const k = random.chance(0.02) ? 0 : random.pick([1, 2, 5, 5, 10, 100, 4096]);
  const isLimited = random.chance(0.25);
  if (!isLimited) where.push(`k = ${use(BigInt(k))}`);
  if (random.chance(0.2) && table.keys.length > 0) {
    const keys = random.list(random.whole(5, 60), () => random.pick(table.keys));
    // A key that isn't there ends a search by text keys in sqlite-vec 0.1.9.
    if (!table.key.isText) {
      keys.push(99_999_999n);
      where.push(`${table.key.name} IN (${keys.map(use)})`);
    }
  }
  for (const other of table.columns) {
    if (other.kind === "metadata" && random.chance(0.25)) {
      for (let i = random.pick([1, 1, 2]); i > 0; i--)
        where.push(constraint(random, table, other, use));
    }
    if (other.kind === "partition" && random.chance(0.3)) {
      const operator = random.pick(["=", "=", "!=", "<", "<=", ">", ">="]);
      where.push(`${other.name} ${operator} ${use(known(random, table, other))}`);
    }
  }
  if (random.chance(0.15)) {
    const operator = random.pick(["<", "<=", ">", ">="]);
    where.push(`distance ${operator} ${use(random.pick([0, 0.5, 1, 2, 3, 10, 50]))}`);
  }
  const isOrdered = random.chance(0.5);
  const columns = [
    table.key.name,
    "distance",
    ...table.columns.filter(() => random.chance(0.3)).map(({ name }) => name),
  ];
  const from = random.chance(0.1)
    ? `${table.name} JOIN label ON label.word = ${table.key.name}`
    : table.name;
  const isJoined = from !== table.name;
  return {
    sql: `SELECT ${columns} FROM ${from} WHERE ${where.join(" AND ")}${isOrdered && !isJoined ? " ORDER BY distance" : ""}${isLimited ? ` LIMIT ${k}` : ""}`,
    parameters,
  };
}

function constraint(
  random: Random,
  table: RandomTable,
  column: RandomColumn,
  use: (value: Value) => string,
): string {
  const { name, type } = column;
  const value = () => use(known(random, table, column));
  if ((type === "text" || type === "integer") && random.chance(0.3)) {
    return `${name} IN (${random.list(random.whole(1, 4), value)})`;
  }
  if (type === "boolean") return `${name} ${random.pick(["=", "!="])} ${value()}`;
  return `${name} ${random.pick(["=", "!=", "<", "<=", ">", ">="])} ${value()}`;
}

function known(random: Random, table: RandomTable, column: RandomColumn): Value {
  const values = table.values.get(column.name) ?? [];
  return values.length > 0 && random.chance(0.8)
    ? random.pick(values)
    : randomValue(random, column);
}

function byKey(random: Random, table: RandomTable): Case {
  const key = table.keys.length > 0 && random.chance(0.8) ? random.pick(table.keys) : 123_456_789n;
  if (random.chance(0.3) && table.keys.length > 0) {
    const keys = random.list(3, () => random.pick(table.keys));
    return {
      sql: `SELECT * FROM ${table.name} WHERE ${table.key.name} IN (?, ?, ?)`,
      parameters: keys,
    };
  }
  return {
    sql: `SELECT *, distance FROM ${table.name} WHERE ${table.key.name} = ?`,
    parameters: [key],
  };
}

function scan(random: Random, table: RandomTable): Case {
  const filters = table.columns.filter(({ kind }) => kind !== "vector");
  if (filters.length > 0 && random.chance(0.5)) {
    const column = random.pick(filters);
    const operator = random.pick(["=", "<", "!=", "IS"]);
    return {
      sql: `SELECT ${table.key.name}, ${column.name} FROM ${table.name} WHERE ${column.name} ${operator} ?`,
      parameters: [known(random, table, column)],
    };
  }
  return {
    sql: random.pick([
      `SELECT count(*) FROM ${table.name}`,
      `SELECT * FROM ${table.name}`,
      `SELECT * FROM ${table.name} LIMIT 3`,
      `SELECT ${table.key.name} FROM ${table.name} ORDER BY ${table.key.name} DESC LIMIT 5`,
    ]),
    parameters: [],
  };
}

function functions(random: Random, table: RandomTable): Case {
  const column = random.pick(table.columns.filter(({ kind }) => kind === "vector"));
  const parameters: Value[] = [];
  const use = (value: Value) => {
    parameters.push(value);
    return "?";
  };
  const metric = column.type === "bit" ? "hamming" : random.pick(["cosine", "l2", "L1"]);
  const { name } = column;
  const sql = random.pick([
    () =>
      `SELECT ${table.key.name}, vec_distance_${metric}(${name}, ${vectorOf(random, column, use)}) FROM ${table.name}`,
    () =>
      `SELECT ${table.key.name}, vec_to_json(${name}), vec_length(${name}), vec_type(${name}) FROM ${table.name}`,
    () =>
      `SELECT a.${table.key.name}, b.${table.key.name}, b.distance FROM ${table.name} a JOIN ${table.name} b WHERE b.${name} MATCH a.${name} AND b.k = 2 AND a.${table.key.name} = ${use(table.keys[0] ?? 1n)}`,
  ])();
  return { sql, parameters };
}

/** A query vector in one of the forms in which sqlite-vec takes it. */
function vectorOf(random: Random, column: RandomColumn, use: (value: Value) => string): string {
  const bytes = randomVector(random, column);
  if (column.type === "bit") return `vec_bit(${use(bytes)})`;
  const numbers =
    column.type === "int8" ? new Int8Array(bytes.buffer) : new Float32Array(bytes.buffer);
  const json = `[${numbers.join(random.pick([",", ", "]))}]`;
  if (column.type === "int8") return `vec_int8(${use(random.chance(0.3) ? json : bytes)})`;
  return random.pick([() => use(bytes), () => use(json), () => `vec_f32(${use(json)})`])();
}
