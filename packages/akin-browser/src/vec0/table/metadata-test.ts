import type { Operator } from "../module/query-plan.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { MetadataValues } from "./metadata-values.js";

type Target = number | bigint | Uint8Array;

const encoder = new TextEncoder();

/** Whether a row passes `column operator value`, by sqlite-vec's rules. */
export function metadataTest(
  sqlite: Sqlite,
  values: MetadataValues,
  operator: Operator,
  value: Pointer,
): (row: number) => boolean {
  const targets: Target[] = [];
  const add = (value: Pointer) => targets.push(targetOf(sqlite, values, value));
  if (operator === "in") sqlite.eachIn(value, add);
  else add(value);
  const isEqual = (row: number) => targets.some((target) => equals(values, row, target));
  if (operator === "=" || operator === "in") return isEqual;
  if (operator === "!=") return (row) => !isEqual(row);
  const [target = 0] = targets;
  const isBelow = operator.startsWith("<");
  const orEqual = operator.endsWith("=");
  return (row) => {
    const order = orderOf(values, row, target);
    return order === 0 ? orEqual : order < 0 === isBelow;
  };
}

/** What SQLite makes of a value when a number, or a text, is asked for. */
function targetOf({ c, capi }: Sqlite, { column }: MetadataValues, value: Pointer): Target {
  switch (column.type) {
    case "boolean":
      return c.sqlite3_value_int(value) === 0 ? 0 : 1;
    case "integer":
      return c.sqlite3_value_int64(value);
    case "float":
      return c.sqlite3_value_double(value);
    case "text":
      return encoder.encode(capi.sqlite3_value_text(value) ?? "");
  }
}

function equals(values: MetadataValues, row: number, target: Target): boolean {
  if (!(target instanceof Uint8Array)) return orderOf(values, row, target) === 0;
  // Whole texts are only read where their beginnings are equal.
  const { length, bytes } = values.prefix(row);
  if (length !== target.length) return false;
  if (orderOfBytes(bytes, target.subarray(0, bytes.length)) !== 0) return false;
  return length === bytes.length || orderOfBytes(values.text(row), target) === 0;
}

function orderOf(values: MetadataValues, row: number, target: Target): number {
  if (target instanceof Uint8Array) {
    const { length, bytes } = values.prefix(row);
    // Of texts longer than 12 bytes sqlite-vec 0.1.9 compares as many bytes as the row's text has: "a…z" counts as equal to
    // "a…z and more".
    return length === bytes.length
      ? orderOfBytes(bytes, target)
      : orderOfBytes(values.text(row), target.subarray(0, length));
  }
  const number = values.number(row);
  return number < target ? -1 : number > target ? 1 : 0;
}

function orderOfBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const order = (a[i] ?? 0) - (b[i] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
