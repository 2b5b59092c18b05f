import { hasBit } from "../bits.js";
import type { Sqlite } from "../sqlite/sqlite.js";
import type { Statements } from "../sqlite/statements.js";

/**
 * The slots of all chunks. Rows are numbered by chunk, and within a chunk from the last slot to the first: of equally distant
 * rows sqlite-vec puts those of the earlier chunk first, and within a chunk those of the later slot.
 */
export class Chunks {
  readonly size: number;
  readonly ids: number[] = [];
  /** Bit r & 7 of byte r >> 3 is 1 where there is a row. */
  readonly valid: Uint8Array<ArrayBuffer>;
  readonly rowids: BigInt64Array<ArrayBuffer>;
  readonly #indexes = new Map<number, number>();
  #rows: Map<bigint, number> | null = null;

  /** @throws Error in sqlite-vec's words */
  constructor(sqlite: Sqlite, statements: Statements, table: string, size: number) {
    this.size = size;
    const validities: Uint8Array[] = [];
    const rowids: BigInt64Array[] = [];
    statements.each(
      `SELECT chunk_id, validity, rowids FROM ${table} ORDER BY chunk_id`,
      [],
      (row) => {
        const bytes = (column: number, expected: number, what: string) => {
          const found = sqlite.c.sqlite3_column_bytes(row, column);
          if (found !== expected) {
            throw new Error(
              `chunk ${what} size doesn't match - expected ${expected}, found ${found}`,
            );
          }
          return sqlite.bytes(sqlite.c.sqlite3_column_blob(row, column), found).slice();
        };
        const id = Number(sqlite.c.sqlite3_column_int64(row, 0));
        this.#indexes.set(id, this.ids.push(id) - 1);
        validities.push(bytes(1, size / 8, "validity"));
        rowids.push(new BigInt64Array(bytes(2, size * 8, "rowids").buffer));
      },
    );
    this.valid = new Uint8Array((this.ids.length * size) / 8);
    this.rowids = new BigInt64Array(this.ids.length * size);
    rowids.forEach((list, chunk) => {
      this.rowids.set(list.reverse(), chunk * size);
    });
    validities.forEach((bits, chunk) => {
      this.valid.set(Uint8Array.from(bits, reversedBits).reverse(), (chunk * size) / 8);
    });
  }

  get length(): number {
    return this.rowids.length;
  }

  /** The place of a chunk among all of them. */
  indexOf(id: number): number | undefined {
    return this.#indexes.get(id);
  }

  slotOf(row: number): { chunk: number; offset: number } {
    const chunk = Math.floor(row / this.size);
    return { chunk, offset: this.size - 1 - (row % this.size) };
  }

  rowAt(chunk: number, offset: number): number {
    return chunk * this.size + this.size - 1 - offset;
  }

  has(row: number): boolean {
    return hasBit(this.valid, row);
  }

  rowOf(rowid: bigint): number | undefined {
    if (this.#rows === null) {
      this.#rows = new Map();
      for (const [row, id] of this.rowids.entries()) if (this.has(row)) this.#rows.set(id, row);
    }
    return this.#rows.get(rowid);
  }

  /** All rows, by chunk and slot: sqlite-vec's order without `MATCH`. */
  inOrder(): Uint32Array<ArrayBuffer> {
    const rows: number[] = [];
    for (let chunk = 0; chunk < this.ids.length; chunk++) {
      for (let offset = 0; offset < this.size; offset++) {
        const row = this.rowAt(chunk, offset);
        if (this.has(row)) rows.push(row);
      }
    }
    return Uint32Array.from(rows);
  }
}

function reversedBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) reversed |= 0x80 >> bit;
  return reversed;
}
