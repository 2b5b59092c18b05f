/** What a page of a b-tree is, as its first byte says (https://www.sqlite.org/fileformat2.html, 1.6). */
export const PAGE_TYPES = {
  indexInterior: 2,
  tableInterior: 5,
  indexLeaf: 10,
  tableLeaf: 13,
} as const;

/** Bytes before the numbers of the cells, on a leaf and on an interior page. */
export const LEAF_HEADER = 8;
export const INTERIOR_HEADER = 12;

/** Bytes of the file's own header, before that of page 1. */
export const FILE_HEADER = 100;

/** SQLite locks this byte of a file, and leaves its page unused. */
const LOCK_BYTE = 2 ** 30;

export function isLockPage(page: number, pageSize: number): boolean {
  return page === LOCK_BYTE / pageSize + 1;
}

/** Reads SQLite's variable-length integer. */
export function readVarint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < start + 8; at++) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + 1 };
  }
  return { value: value * 256 + (bytes[start + 8] ?? 0), end: start + 9 };
}

/** How many bytes of a payload are on the page itself; the rest is on overflow pages. */
export function localBytes(payload: number, isTable: boolean, pageSize: number): number {
  const most = isTable ? pageSize - 35 : Math.floor(((pageSize - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (pageSize - 4));
  return fitting <= most ? fitting : least;
}
