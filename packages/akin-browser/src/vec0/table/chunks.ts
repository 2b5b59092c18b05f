import { hasBit } from "../bits.js";
import type { Statements } from "../sqlite/statements.js";
import { sized } from "./sized.js";

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
  constructor(statements: Statements, table: string, size: number) {
    const chunks = statements.rows(
      `SELECT chunk_id, validity, rowids FROM ${table} ORDER BY chunk_id`,
    );
    this.size = size;
    this.rowids = new BigInt64Array(chunks.length * size);
    this.valid = new Uint8Array(this.rowids.length / 8);
    for (const [chunk, [id, validity, rowids]] of chunks.entries()) {
      this.ids.push(Number(id));
      this.#indexes.set(Number(id), chunk);
      const bits = sized(validity, size / 8, "chunk validity")
        .map(reversedBits)
        .reverse();
      this.valid.set(bits, (chunk * size) / 8);
      const list = new BigInt64Array(sized(rowids, size * 8, "chunk rowids").buffer);
      this.rowids.set(list.reverse(), chunk * size);
    }
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

  rowOf(rowid: bigint): number | undefined {
    if (this.#rows === null) {
      this.#rows = new Map();
      for (const row of this.inOrder()) this.#rows.set(this.rowids[row] ?? 0n, row);
    }
    return this.#rows.get(rowid);
  }

  /** All rows that count, or all of a chunk, by chunk and slot: sqlite-vec's order without `MATCH`. */
  inOrder(included: Uint8Array = this.valid): number[] {
    const rows: number[] = [];
    for (let chunk = 0; chunk < this.ids.length; chunk++) {
      for (let offset = 0; offset < this.size; offset++) {
        const row = this.rowAt(chunk, offset);
        if (hasBit(included, row)) rows.push(row);
      }
    }
    return rows;
  }
}

function reversedBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) reversed |= 0x80 >> bit;
  return reversed;
}
