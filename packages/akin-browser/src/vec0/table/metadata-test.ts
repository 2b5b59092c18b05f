import type { Operator } from "../module/query-plan.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { MetadataValues } from "./metadata-values.js";

/** Whether a row passes `column operator value`, by sqlite-vec's rules. */
export function metadataTest(
  sqlite: Sqlite,
  values: MetadataValues,
  operator: Operator,
  value: Pointer,
): (row: number) => boolean {
  const { c } = sqlite;
  switch (values.column.type) {
    case "boolean": {
      const wanted = (c.sqlite3_value_int(value) !== 0) === (operator === "=");
      return (row) => values.boolean(row) === wanted;
    }
    case "integer": {
      if (operator === "in") {
        const targets = new Set<number | bigint>();
        sqlite.eachIn(value, (item) => targets.add(exactly(c.sqlite3_value_int64(item))));
        return (row) => {
          const number = values.number(row);
          return targets.has(typeof number === "bigint" ? exactly(number) : number);
        };
      }
      const target = exactly(c.sqlite3_value_int64(value));
      return (row) => holds(compare(values.number(row), target), operator);
    }
    case "float": {
      const target = c.sqlite3_value_double(value);
      return (row) => holds(compare(values.number(row), target), operator);
    }
    case "text": {
      if (operator === "in") {
        const targets: Uint8Array[] = [];
        sqlite.eachIn(value, (item) => targets.push(sqlite.valueBytes(item)));
        return (row) => targets.some((target) => equalText(values, row, target));
      }
      const target = sqlite.valueBytes(value);
      if (operator === "=") return (row) => equalText(values, row, target);
      if (operator === "!=") return (row) => !equalText(values, row, target);
      return (row) => holds(orderOfText(values, row, target), operator);
    }
  }
}

/** A number where it is exact. */
function exactly(value: bigint): number | bigint {
  const number = Number(value);
  return BigInt(number) === value ? number : value;
}

function compare(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function holds(order: number, operator: Operator): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "in":
      return false;
  }
}

function equalText(values: MetadataValues, row: number, target: Uint8Array): boolean {
  const { length, prefix } = values.textPrefix(row);
  if (length !== target.length || orderOfBytes(prefix, target.subarray(0, prefix.length)) !== 0) {
    return false;
  }
  return length === prefix.length || orderOfBytes(values.text(row), target) === 0;
}

function orderOfText(values: MetadataValues, row: number, target: Uint8Array): number {
  const { length, prefix } = values.textPrefix(row);
  if (length === prefix.length) return orderOfBytes(prefix, target);
  // Of texts longer than 12 bytes sqlite-vec 0.1.9 compares as many bytes as the row's text has: "a…z" counts as equal to
  // "a…z and more".
  return orderOfBytes(values.text(row), target.subarray(0, length));
}

function orderOfBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const order = (a[i] ?? 0) - (b[i] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
