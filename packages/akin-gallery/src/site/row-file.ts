import { closeSync, ftruncateSync, openSync } from "node:fs";
import { readWhole, writeWhole } from "./whole-io.js";

/** Bytes read at once. */
const READ = 1 << 20;

/** Rows of one length in a file: written in any order, read in order, so that none of it need be in memory. */
export class RowFile {
  private readonly handle: number;

  /** @param rowBytes length of a row */
  constructor(
    file: string,
    readonly rows: number,
    private readonly rowBytes: number,
  ) {
    this.handle = openSync(file, "w+");
    // Rows that are never written read as zeros.
    ftruncateSync(this.handle, rows * rowBytes);
  }

  /** @param bytes as long as a row */
  write(row: number, bytes: Uint8Array): void {
    writeWhole(this.handle, bytes, row * this.rowBytes);
  }

  /** All rows; each is good until the next one is asked for. */
  *read(): Generator<Uint8Array> {
    const atOnce = Math.max(1, Math.floor(READ / this.rowBytes));
    const buffer = new Uint8Array(atOnce * this.rowBytes);
    for (let first = 0; first < this.rows; first += atOnce) {
      const count = Math.min(atOnce, this.rows - first);
      const block = buffer.subarray(0, count * this.rowBytes);
      readWhole(this.handle, block, first * this.rowBytes);
      for (let row = 0; row < count; row++) {
        yield block.subarray(row * this.rowBytes, (row + 1) * this.rowBytes);
      }
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}
