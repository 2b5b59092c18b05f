import type { VectorSet } from "./neighbour-lists.js";

/** The rows that share one vector, bit for bit, ascending; never empty. */
export type EqualRows = number[];

/**
 * Groups rows by equal vectors. Copies of a photo would otherwise fill every shortlist with ties; grouped, ten thousand
 * of them cost what one does.
 * @param rows ascending
 * @returns the groups, in the order of their first rows
 */
export function distinctVectors(set: VectorSet, rows: Iterable<number>): EqualRows[] {
  const { buffer, byteOffset, length } = set.vectors;
  const bits = new Uint32Array(buffer, byteOffset, length);
  const groups: EqualRows[] = [];
  const byHash = new Map<number, EqualRows[]>();
  for (const row of rows) {
    const key = hash(bits, row * set.dimensions, set.dimensions);
    const candidates = byHash.get(key) ?? [];
    const group = candidates.find(([first = 0]) => equal(bits, first, row, set.dimensions));
    if (group) {
      group.push(row);
      continue;
    }
    const added = [row];
    groups.push(added);
    byHash.set(key, [...candidates, added]);
  }
  return groups;
}

/** FNV-1a over 32-bit words (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(bits: Uint32Array, start: number, length: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < start + length; i++)
    value = Math.imul(value ^ (bits[i] as number), 0x01000193);
  return value;
}

function equal(bits: Uint32Array, rowA: number, rowB: number, length: number): boolean {
  for (let i = 0; i < length; i++)
    if (bits[rowA * length + i] !== bits[rowB * length + i]) return false;
  return true;
}
