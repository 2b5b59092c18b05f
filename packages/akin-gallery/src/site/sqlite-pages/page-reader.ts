import { readWhole } from "../whole-io.js";
import {
  FILE_HEADER,
  INTERIOR_HEADER,
  LEAF_HEADER,
  localBytes,
  PAGE_TYPES,
  readVarint,
} from "./page-format.js";

/** An entry of a b-tree. */
export interface Cell {
  /** As on a leaf, with all that is on the page. */
  bytes: Buffer;
  /** Of a table: the rowid, as it is in the file. */
  rowid: Buffer;
  /** What of its content is on the page. */
  body: Buffer;
  /** The first page of the rest of the payload, whose number is the cell's last four bytes; 0 if there is none. */
  overflow: number;
}

/** Reads a SQLite file without SQLite. */
export class PageReader {
  constructor(
    private readonly handle: number,
    readonly pageSize: number,
  ) {}

  /** @param number from 1 */
  page(number: number): Buffer {
    const page = Buffer.alloc(this.pageSize);
    readWhole(this.handle, page, (number - 1) * this.pageSize);
    return page;
  }

  isTable(root: number): boolean {
    const type = this.page(root)[root === 1 ? FILE_HEADER : 0];
    return type === PAGE_TYPES.tableLeaf || type === PAGE_TYPES.tableInterior;
  }

  /** The entries of the b-tree below a page, in order. */
  *cells(number: number): Generator<Cell> {
    const page = this.page(number);
    const start = number === 1 ? FILE_HEADER : 0;
    const type = page[start];
    const isLeaf = type === PAGE_TYPES.tableLeaf || type === PAGE_TYPES.indexLeaf;
    const isTable = type === PAGE_TYPES.tableLeaf || type === PAGE_TYPES.tableInterior;
    const count = page.readUInt16BE(start + 3);
    for (let index = 0; index < count; index++) {
      const pointer = start + (isLeaf ? LEAF_HEADER : INTERIOR_HEADER) + 2 * index;
      const at = page.readUInt16BE(pointer);
      if (isLeaf) yield this.#cell(page, at, isTable);
      else {
        yield* this.cells(page.readUInt32BE(at));
        // The inner pages of an index hold entries, too; those of a table only say where rows are.
        if (!isTable) yield this.#cell(page, at + 4, false);
      }
    }
    if (!isLeaf) yield* this.cells(page.readUInt32BE(start + 8));
  }

  #cell(page: Buffer, at: number, isTable: boolean): Cell {
    const payload = readVarint(page, at);
    const bodyAt = isTable ? readVarint(page, payload.end).end : payload.end;
    const local = localBytes(payload.value, isTable, this.pageSize);
    const hasMore = local < payload.value;
    const end = bodyAt + local + (hasMore ? 4 : 0);
    return {
      bytes: page.subarray(at, end),
      rowid: page.subarray(payload.end, bodyAt),
      body: page.subarray(bodyAt, bodyAt + local),
      overflow: hasMore ? page.readUInt32BE(end - 4) : 0,
    };
  }
}
