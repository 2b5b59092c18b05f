import { MAX_DIMENSIONS, type Metric, type VectorType } from "../vector-type.js";
import type { Column, Declaration, MetadataType } from "./declaration.js";

const MAX_COLUMNS = { vector: 16, partition: 4, auxiliary: 16, metadata: 16 };
const TOKEN = /\s*(?:([A-Za-z]\w*)|(\d+)|([+[\]=(),]))/y;

const VECTOR_TYPES: readonly [RegExp, VectorType][] = [
  [/^(?:float|f32)/i, "float32"],
  [/^i(?:nt)?8/i, "int8"],
  [/^bit/i, "bit"],
];
const METADATA_TYPES: readonly [MetadataType, readonly string[]][] = [
  ["boolean", ["boolean", "bool"]],
  ["integer", ["int64", "integer64", "integer", "int"]],
  ["float", ["float", "double", "float64", "f64"]],
  ["text", ["text"]],
];
const KEY_TYPES = ["text", "int", "integer"];
const AUXILIARY_TYPES = ["text", "int", "integer", "float", "double", "blob"];

/**
 * Reads the arguments of a vec0 table as sqlite-vec does.
 *
 * @throws Error in sqlite-vec's words
 */
export function parseDeclaration(texts: readonly string[]): Declaration {
  const declaration: Declaration = { primaryKey: null, columns: [], chunkSize: 1024 };
  for (const text of texts) {
    const tokens = tokensOf(text);
    const column =
      vectorColumn(tokens, text) ??
      keyColumn(tokens, "partition") ??
      keyColumn(tokens, "primary") ??
      auxiliaryColumn(tokens) ??
      metadataColumn(tokens);
    if (column === null) declaration.chunkSize = chunkSize(tokens, text);
    else if (column.kind === "primary") {
      if (declaration.primaryKey) {
        throw constructorError(
          "More than one primary key definition was provided, vec0 only suports a single primary key column",
        );
      }
      declaration.primaryKey = { name: column.name, isText: column.isText };
    } else {
      const index = declaration.columns.filter(({ kind }) => kind === column.kind).length;
      if (index >= MAX_COLUMNS[column.kind]) throw tooMany(column.kind);
      declaration.columns.push({ ...column, index });
    }
  }
  if (!declaration.columns.some(({ kind }) => kind === "vector")) {
    throw constructorError("At least one vector column is required");
  }
  return declaration;
}

type WithoutIndex<T> = T extends unknown ? Omit<T, "index"> : never;
type Parsed = WithoutIndex<Column> | { kind: "primary"; name: string; isText: boolean };

/** Null at the place of what is no token. */
function tokensOf(text: string): (string | null)[] {
  const tokens: (string | null)[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return [...tokens, null];
    tokens.push(match[0].trim());
  }
  return tokens;
}

function vectorColumn(tokens: readonly (string | null)[], text: string): Parsed | null {
  const [name, typeName, bracket, size, closing, ...options] = tokens;
  const type = VECTOR_TYPES.find(([pattern]) => pattern.test(typeName ?? ""))?.[1];
  if (!isName(name) || type === undefined || bracket !== "[") return null;
  const dimensions = Number(size);
  const wrong = constructorError(`could not parse vector column '${text}'`);
  if (!(Number.isInteger(dimensions) && dimensions > 0) || closing !== "]") throw wrong;
  if (dimensions > MAX_DIMENSIONS) {
    throw constructorError(
      `Dimension on vector column too large, provided ${dimensions}, maximum ${MAX_DIMENSIONS}`,
    );
  }
  let metric: Metric = type === "bit" ? "hamming" : "l2";
  for (let i = 0; i < options.length; i += 3) {
    const [key, equals, value] = options.slice(i, i + 3);
    const found = (["l2", "l1", "cosine"] as const).find((name) => abbreviates(value, [name]));
    if (type === "bit" || !abbreviates(key, ["distance_metric"]) || equals !== "=") throw wrong;
    if (found === undefined) throw wrong;
    metric = found;
  }
  return { kind: "vector", name, type, dimensions, metric };
}

function keyColumn(
  tokens: readonly (string | null)[],
  kind: "partition" | "primary",
): Parsed | null {
  const [name, type, word, key] = tokens;
  if (!isName(name) || !abbreviates(type, KEY_TYPES)) return null;
  if (!abbreviates(word, [kind]) || !abbreviates(key, ["key"])) return null;
  return kind === "partition"
    ? { kind, name }
    : { kind, name, isText: abbreviates(type, ["text"]) };
}

function auxiliaryColumn([plus, name, type]: readonly (string | null)[]): Parsed | null {
  if (plus !== "+" || !isName(name) || !abbreviates(type, AUXILIARY_TYPES)) return null;
  return { kind: "auxiliary", name };
}

function metadataColumn([name, typeName]: readonly (string | null)[]): Parsed | null {
  const type = METADATA_TYPES.find(([, names]) => abbreviates(typeName, names))?.[0];
  return isName(name) && type !== undefined ? { kind: "metadata", name, type } : null;
}

function chunkSize(tokens: readonly (string | null)[], text: string): number {
  const [key, equals, value, ...rest] = tokens;
  if (!isName(key)) throw constructorError(`Could not parse '${text}'`);
  if (equals !== "=" || value === undefined || value === null || rest.length > 0) {
    throw constructorError(`could not parse table option '${text}'`);
  }
  if (!abbreviates(key, ["chunk_size"])) throw constructorError(`Unknown table option: ${key}`);
  const size = Number(value);
  if (!(size > 0)) throw constructorError("chunk_size must be a non-zero positive integer");
  if (size % 8 !== 0) throw constructorError("chunk_size must be divisible by 8");
  if (size > 4096) throw constructorError("chunk_size too large");
  return size;
}

function isName(token: string | null | undefined): token is string {
  return /^[A-Za-z]/.test(token ?? "");
}

/** sqlite-vec takes the beginning of a keyword for the keyword, in any case. */
function abbreviates(token: string | null | undefined, keywords: readonly string[]): boolean {
  return isName(token) && keywords.some((keyword) => keyword.startsWith(token.toLowerCase()));
}

function tooMany(kind: Column["kind"]): Error {
  if (kind === "vector") {
    return constructorError(`Too many provided vector columns, maximum ${MAX_COLUMNS.vector}`);
  }
  const what = kind === "partition" ? "partition key" : kind;
  return constructorError(`More than ${MAX_COLUMNS[kind]} ${what} columns were provided`);
}

function constructorError(message: string): Error {
  return new Error(`vec0 constructor error: ${message}`);
}
