import { INTERIOR_HEADER, LEAF_HEADER } from "./page-format.js";

/** Bytes of a cell's number on its page. */
export const POINTER = 2;

/** Cells take no less room, so that SQLite could free them. */
const LEAST_CELL = 4;

/** How many bytes a cell takes on a page. */
export function roomOf({ length }: { length: number }): number {
  return POINTER + Math.max(LEAST_CELL, length);
}

/**
 * A page of a b-tree.
 *
 * @param start where its header begins
 * @param last of an inner page: the page below its end
 */
export function treePage(
  pageSize: number,
  type: number,
  cells: readonly Buffer[],
  { start = 0, last }: { start?: number; last?: number } = {},
): Buffer {
  const page = Buffer.alloc(pageSize);
  let pointer = start + (last === undefined ? LEAF_HEADER : INTERIOR_HEADER);
  let content = pageSize;
  for (const cell of cells) {
    content -= roomOf(cell) - POINTER;
    page.set(cell, content);
    pointer = page.writeUInt16BE(content, pointer);
  }
  page[start] = type;
  page.writeUInt16BE(cells.length, start + 3);
  // 65,536 is written as 0.
  page.writeUInt16BE(content % 65_536, start + 5);
  if (last !== undefined) page.writeUInt32BE(last, start + 8);
  return page;
}
