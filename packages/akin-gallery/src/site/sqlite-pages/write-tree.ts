import { cutLeaves } from "./cut-leaves.js";
import { INTERIOR_HEADER, PAGE_TYPES } from "./page-format.js";
import type { Cell } from "./page-reader.js";
import type { PageWriter } from "./page-writer.js";
import { roomOf, treePage } from "./tree-page.js";

/** A page as its parent names it. */
interface Child {
  number: number;
  /** What stands between it and the next one. */
  key: Buffer;
}

/** Writes a b-tree, the leaves first, and its top at a page whose number is known. */
export function writeTree(
  writer: PageWriter,
  root: number,
  isTable: boolean,
  cells: Iterable<Cell>,
): void {
  const { pageSize } = writer;
  const leafType = isTable ? PAGE_TYPES.tableLeaf : PAGE_TYPES.indexLeaf;
  let level: Child[] = [];
  let held: { page: Buffer; key: Buffer } | null = null;
  for (const { cells: leaf, key } of cutLeaves(cells, isTable, pageSize)) {
    if (held !== null) level.push({ number: writer.add(held.page), key: held.key });
    held = { page: treePage(pageSize, leafType, leaf), key };
  }
  if (held === null) return;
  if (level.length === 0) {
    writer.put(root, held.page);
    return;
  }
  level.push({ number: writer.add(held.page), key: held.key });
  const type = isTable ? PAGE_TYPES.tableInterior : PAGE_TYPES.indexInterior;
  for (;;) {
    const parents = [...cutChildren(level, pageSize)];
    const pages = parents.map((children) => innerPage(pageSize, type, children));
    if (pages.length === 1) {
      writer.put(root, pages[0] ?? Buffer.alloc(0));
      return;
    }
    level = pages.map((page, index) => ({
      number: writer.add(page),
      key: parents[index]?.at(-1)?.key ?? Buffer.alloc(0),
    }));
  }
}

/** What goes on each inner page, which names two others at least. */
function* cutChildren(children: readonly Child[], pageSize: number): Generator<Child[]> {
  let parent: Child[] = [];
  let used = INTERIOR_HEADER;
  for (const [index, child] of children.entries()) {
    parent.push(child);
    used += roomOf(innerCell(child));
    const next = children[index + 1];
    const isFull = next !== undefined && used + roomOf(innerCell(next)) > pageSize;
    if (!isFull) continue;
    const isNextLast = index + 2 === children.length;
    const moved = isNextLast ? parent.splice(-1) : [];
    yield parent;
    parent = moved;
    used = INTERIOR_HEADER + moved.reduce((sum, one) => sum + roomOf(innerCell(one)), 0);
  }
  yield parent;
}

function innerPage(pageSize: number, type: number, children: readonly Child[]): Buffer {
  const cells = children.slice(0, -1).map(innerCell);
  return treePage(pageSize, type, cells, { last: children.at(-1)?.number ?? 0 });
}

function innerCell({ number, key }: Child): Buffer {
  const cell = Buffer.alloc(4 + key.length);
  cell.writeUInt32BE(number);
  cell.set(key, 4);
  return cell;
}
