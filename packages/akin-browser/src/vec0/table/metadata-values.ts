import { hasBit } from "../bits.js";
import type { MetadataColumn } from "../declaration/declaration.js";
import type { Statements } from "../sqlite/statements.js";
import type { Chunks } from "./chunks.js";
import type { ShadowNames } from "./shadow-names.js";
import { sized } from "./sized.js";

/** Bytes of a value in its chunk; a boolean is one bit. */
const WIDTHS = { boolean: 1 / 8, integer: 8, float: 8, text: 16 };
/** Of a text its chunk has the length and the first bytes. */
const TEXT_PREFIX = 12;
const encoder = new TextEncoder();

/** One metadata column, read chunk by chunk when a chunk is asked for. */
export class MetadataValues {
  readonly column: MetadataColumn;
  readonly #statements: Statements;
  readonly #chunks: Chunks;
  readonly #names: ShadowNames;
  readonly #bytes = new Map<number, Uint8Array<ArrayBuffer>>();
  readonly #numbers = new Map<number, ArrayLike<number | bigint>>();

  constructor(statements: Statements, chunks: Chunks, names: ShadowNames, column: MetadataColumn) {
    this.column = column;
    this.#statements = statements;
    this.#chunks = chunks;
    this.#names = names;
  }

  /** A boolean as 0 or 1; a bigint only where a number of its chunk needs one. */
  number(row: number): number | bigint {
    const { chunk, offset } = this.#chunks.slotOf(row);
    if (this.column.type === "boolean") return hasBit(this.#chunk(chunk), offset) ? 1 : 0;
    const numbers =
      this.#numbers.get(chunk) ?? numbersOf(this.#chunk(chunk), this.column.type === "integer");
    this.#numbers.set(chunk, numbers);
    return numbers[offset] ?? 0;
  }

  /** The length of a text in UTF-8, and as much of its beginning as stands in the chunk. */
  prefix(row: number): { length: number; bytes: Uint8Array } {
    const { chunk, offset } = this.#chunks.slotOf(row);
    const chunkBytes = this.#chunk(chunk);
    const start = offset * WIDTHS.text;
    const length = new DataView(chunkBytes.buffer).getInt32(start, true);
    const end = start + 4 + Math.min(length, TEXT_PREFIX);
    return { length, bytes: chunkBytes.subarray(start + 4, end) };
  }

  /** The whole of a text, in UTF-8. */
  text(row: number): Uint8Array {
    const { length, bytes } = this.prefix(row);
    if (length <= TEXT_PREFIX) return bytes;
    const rowid = this.#chunks.rowids[row] ?? 0n;
    const sql = `SELECT data FROM ${this.#names.texts(this.column.index)} WHERE rowid = ?`;
    const text = this.#statements.rows(sql, [rowid])[0]?.[0];
    if (typeof text === "string") return encoder.encode(text);
    throw new Error(
      `the text of row ${rowid} in the metadata column ${this.column.name} is missing`,
    );
  }

  #chunk(chunk: number): Uint8Array<ArrayBuffer> {
    const present = this.#bytes.get(chunk);
    if (present) return present;
    const { index, name, type } = this.column;
    const sql = `SELECT data FROM ${this.#names.metadata(index)} WHERE rowid = ?`;
    const data = this.#statements.rows(sql, [this.#chunks.ids[chunk] ?? 0])[0]?.[0];
    const bytes = sized(data, this.#chunks.size * WIDTHS[type], `metadata column ${name}: chunk`);
    this.#bytes.set(chunk, bytes);
    return bytes;
  }
}

/** Doubles, or integers; those as doubles too where they are exact, which compares much faster. */
function numbersOf(
  { buffer }: Uint8Array<ArrayBuffer>,
  areIntegers: boolean,
): ArrayLike<number | bigint> {
  if (!areIntegers) return new Float64Array(buffer);
  const integers = new BigInt64Array(buffer);
  const isSafe = integers.every((value) => BigInt(Number(value)) === value);
  return isSafe ? Float64Array.from(integers, Number) : integers;
}
