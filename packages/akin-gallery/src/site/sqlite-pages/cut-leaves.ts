import { crc32 } from "node:zlib";
import { LEAF_HEADER } from "./page-format.js";
import type { Cell } from "./page-reader.js";
import { roomOf } from "./tree-page.js";

/** What of a b-tree goes on one leaf. */
export interface Leaf {
  cells: Buffer[];
  /** What stands between it and the next one in their parent: a row's id, or an entry of the index that is on no leaf. */
  key: Buffer;
}

/** A leaf does not end by its content before this share of it is full. */
const LEAST_FULL = 1 / 2;

/** Once it may end, it does so after this share of a page, on average. */
const AVERAGE_MORE = 1 / 4;

/** Larger entries fill their pages: with a few of them on each, the old borders would not come back. */
const LARGE = 1 / 16;

/**
 * Cuts the entries of a b-tree into leaves that end where the content of the next entry says, so that an insertion changes
 * few of them. What SQLite itself writes in order fills each page, and an insertion moves the borders of all after it.
 */
export function* cutLeaves(
  cells: Iterable<Cell>,
  isTable: boolean,
  pageSize: number,
): Generator<Leaf> {
  let leaf: Cell[] = [];
  let used = LEAF_HEADER;
  for (const cell of cells) {
    const room = roomOf(cell.bytes);
    const mayEnd = used >= LEAST_FULL * pageSize && room <= LARGE * pageSize;
    if (used + room > pageSize || (mayEnd && begins(cell, room / pageSize))) {
      yield finished(leaf, isTable);
      leaf = [];
      used = LEAF_HEADER;
    }
    leaf.push(cell);
    used += room;
  }
  yield { cells: leaf.map(({ bytes }) => bytes), key: Buffer.alloc(0) };
}

/** @param share of a page that the cell takes */
function begins({ body }: Cell, share: number): boolean {
  return crc32(body) < (2 ** 32 * share) / AVERAGE_MORE;
}

function finished(leaf: Cell[], isTable: boolean): Leaf {
  const last = isTable ? leaf.at(-1) : leaf.pop();
  const key = (isTable ? last?.rowid : last?.bytes) ?? Buffer.alloc(0);
  return { cells: leaf.map(({ bytes }) => bytes), key };
}
