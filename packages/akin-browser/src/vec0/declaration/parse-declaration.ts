import { MAX_DIMENSIONS, type VectorType } from "../vector-type.js";
import type { Column, Declaration, MetadataType } from "./declaration.js";

const VECTOR = /^\s*(\w+)\s+(float|float32|f32|int8|i8|bit)\s*\[\s*(\d+)\s*\]\s*(.*?)\s*$/is;
const METRIC = /^(?:distance_metric\s*=\s*(l1|l2|cosine))?$/i;
const OTHER =
  /^\s*(\+?)\s*(\w+)\s+(text|int|int64|integer|integer64|float|float64|f64|double|bool|boolean|blob)(?:\s+(partition|primary)\s+key)?\s*$/i;
const CHUNK_SIZE = /^\s*chunk_size\s*=\s*(\d+)\s*$/i;

// A type has several names, which begin with its letter.
const VECTOR_TYPES: Record<string, VectorType> = { f: "float32", i: "int8", b: "bit" };
const METADATA_TYPES: Record<string, MetadataType> = {
  t: "text",
  i: "integer",
  f: "float",
  d: "float",
  b: "boolean",
};

/**
 * Reads the arguments of a vec0 table. sqlite-vec accepted them when it made the table, so only what a later version may
 * write is refused.
 *
 * @throws Error in sqlite-vec's words
 */
export function parseDeclaration(texts: readonly string[]): Declaration {
  const declaration: Declaration = { primaryKey: null, columns: [], chunkSize: 1024 };
  for (const text of texts) {
    const size = CHUNK_SIZE.exec(text)?.[1];
    const [, plus, name = "", type = "", role] = OTHER.exec(text) ?? [];
    if (size !== undefined) declaration.chunkSize = Number(size);
    else if (role?.toLowerCase() === "primary") {
      declaration.primaryKey = { name, isText: /^t/i.test(type) };
    } else {
      const column = name ? otherColumn(plus, name, type, role) : vectorColumn(text);
      const index = declaration.columns.filter(({ kind }) => kind === column.kind).length;
      declaration.columns.push({ ...column, index });
    }
  }
  if (declaration.columns.some(({ kind }) => kind === "vector")) return declaration;
  throw constructorError("At least one vector column is required");
}

type WithoutIndex<T> = T extends unknown ? Omit<T, "index"> : never;
type Parsed = WithoutIndex<Column>;

function otherColumn(
  plus: string | undefined,
  name: string,
  type: string,
  role: string | undefined,
): Parsed {
  if (plus) return { kind: "auxiliary", name };
  if (role) return { kind: "partition", name };
  return { kind: "metadata", name, type: METADATA_TYPES[type.charAt(0).toLowerCase()] ?? "text" };
}

function vectorColumn(text: string): Parsed {
  const [, name = "", letter = "", size, options = ""] = VECTOR.exec(text) ?? [];
  const type = VECTOR_TYPES[letter.charAt(0).toLowerCase()];
  if (type === undefined) throw constructorError(`Could not parse '${text}'`);
  const dimensions = Number(size);
  const metric = METRIC.exec(options);
  if (dimensions === 0 || dimensions > MAX_DIMENSIONS || metric === null) {
    throw constructorError(`could not parse vector column '${text}'`);
  }
  const named = metric[1]?.toLowerCase() as "l1" | "l2" | "cosine" | undefined;
  return {
    kind: "vector",
    name,
    type,
    dimensions,
    metric: type === "bit" ? "hamming" : (named ?? "l2"),
  };
}

function constructorError(message: string): Error {
  return new Error(`vec0 constructor error: ${message}`);
}
