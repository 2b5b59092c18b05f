import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "@photostructure/sqlite";
import { type Cell, PageReader } from "./page-reader.js";
import { PageWriter } from "./page-writer.js";
import { writeTree } from "./write-tree.js";

/** Where the header of a SQLite file has the number of pages, and the list of free ones. */
const HEADER = { pages: 28, firstFree: 32, freePages: 36 };

/**
 * Writes a SQLite file anew, table by table in order, without free pages, so that few pages change with what is inserted
 * (`cutLeaves`). It follows https://www.sqlite.org/fileformat2.html; SQLite checks the result when the site is checked.
 *
 * @param draft whose tables were all made before their rows, and which has no triggers or views
 */
export function repackDatabase(draft: string, file: string): void {
  const { pageSize, roots } = readSchema(draft);
  const [from, to] = [openSync(draft, "r"), openSync(file, "w")];
  try {
    const reader = new PageReader(from, pageSize);
    const writer = new PageWriter(to, pageSize, Math.max(1, ...roots));
    for (const root of roots) {
      writeTree(writer, root, reader.isTable(root), withOverflow(reader, writer, root));
    }
    // The schema, in which the roots have the numbers that they keep.
    const first = reader.page(1);
    first.writeUInt32BE(writer.pages, HEADER.pages);
    first.writeUInt32BE(0, HEADER.firstFree);
    first.writeUInt32BE(0, HEADER.freePages);
    writer.put(1, first);
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

function readSchema(draft: string): { pageSize: number; roots: number[] } {
  const database = new DatabaseSync(draft, { readOnly: true });
  try {
    const pageSize = Number(database.prepare("PRAGMA page_size").get()?.page_size);
    const rows = database
      .prepare("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage")
      .all();
    const roots = rows.map(({ rootpage }) => Number(rootpage));
    if (roots.some((root, index) => root !== index + 2)) {
      throw new RangeError("the tables of the draft were not made before their rows");
    }
    return { pageSize, roots };
  } finally {
    database.close();
  }
}

/** The entries of a tree, and what of them is on pages of their own copied. */
function* withOverflow(reader: PageReader, writer: PageWriter, root: number): Generator<Cell> {
  for (const cell of reader.cells(root)) {
    if (cell.overflow !== 0) {
      const copied = copyChain(reader, writer, cell.overflow);
      cell.bytes.writeUInt32BE(copied, cell.bytes.length - 4);
    }
    yield cell;
  }
}

/** Copies a chain of pages, each of which begins with the number of the next one. */
function copyChain(reader: PageReader, writer: PageWriter, first: number): number {
  const pages: Buffer[] = [];
  for (let next = first; next !== 0; ) {
    const page = reader.page(next);
    next = page.readUInt32BE(0);
    pages.push(page);
  }
  return pages.reduceRight((next, page) => {
    page.writeUInt32BE(next, 0);
    return writer.add(page);
  }, 0);
}
