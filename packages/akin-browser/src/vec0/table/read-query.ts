import type { VectorColumn } from "../declaration/declaration.js";
import type { Plan } from "../module/query-plan.js";
import { messageOf, type Pointer, type Sqlite } from "../sqlite/sqlite.js";
import type { Vector } from "../vector-type.js";
import { dimensionsOf, readVector, typeOf } from "../vectors/read-vector.js";

const K_MAX = 4096n;

/** What every nearest-neighbour query says. */
export interface Query {
  vector: Vector;
  k: number;
  /** The smallest and the largest distance that count. */
  low: number;
  high: number;
}

/**
 * @param accept makes a vector of another kind fit, if that can be; what is left of float32 for int8 is quantised
 * @throws Error in sqlite-vec's words
 */
export function readQuery(
  sqlite: Sqlite,
  plan: Plan,
  values: readonly Pointer[],
  column: VectorColumn,
  accept?: (vector: Vector) => Vector,
): Query {
  const query: Query = { vector: new Uint8Array(0), k: 0, low: -Infinity, high: Infinity };
  for (const [i, term] of plan.terms.entries()) {
    const value = values[i] ?? 0;
    if (term.kind === "match") query.vector = queryVector(sqlite, value, column);
    else if (term.kind === "k") query.k = readK(sqlite.c.sqlite3_value_int64(value));
    else if (term.kind === "distance") {
      const bound = Math.fround(sqlite.c.sqlite3_value_double(value));
      if (term.operator === ">") query.low = Math.max(query.low, nextFloat(bound));
      else if (term.operator === ">=") query.low = Math.max(query.low, bound);
      else if (term.operator === "<") query.high = Math.min(query.high, -nextFloat(-bound));
      else query.high = Math.min(query.high, bound);
    }
  }
  if (accept) query.vector = accept(query.vector);
  refuseMisfit(query.vector, column, accept !== undefined);
  return query;
}

function queryVector(sqlite: Sqlite, value: Pointer, { name }: VectorColumn): Vector {
  try {
    return readVector(sqlite, value);
  } catch (cause) {
    const message = `Query vector on the "${name}" column is invalid: ${messageOf(cause)}`;
    throw new Error(message, { cause });
  }
}

function refuseMisfit(
  vector: Vector,
  { name, type, dimensions }: VectorColumn,
  isQuantised: boolean,
): void {
  const fits = typeOf(vector) === type || (isQuantised && vector instanceof Float32Array);
  if (!fits) {
    throw new Error(
      `Query vector for the "${name}" column is expected to be of type ${type}, but a ${typeOf(vector)} vector was provided.`,
    );
  }
  if (dimensionsOf(vector) !== dimensions) {
    throw new Error(
      `Dimension mismatch for query vector for the "${name}" column. Expected ${dimensions} dimensions but received ${dimensionsOf(vector)}.`,
    );
  }
}

function readK(k: bigint): number {
  if (k < 0n) throw new Error("k value in knn queries must be greater than or equal to 0.");
  if (k <= K_MAX) return Number(k);
  throw new Error(`k value in knn query too large, provided ${k} and the limit is ${K_MAX}`);
}

/** The next float32 above. */
function nextFloat(value: number): number {
  if (value === 0) return 2 ** -149;
  if (!Number.isFinite(value)) return value > 0 ? Number.NaN : -(2 ** 128 - 2 ** 104);
  const float = new Float32Array([value]);
  const bits = new Int32Array(float.buffer);
  bits[0] = (bits[0] ?? 0) + (value > 0 ? 1 : -1);
  return float[0] ?? value;
}
