import type { LookSet } from "../../database/looks-table.js";

/**
 * How alike photos look: the cosine of two looks, 1 where one of them isn't known.
 * @param ids of the photos, by position
 */
export function lookCosines(
  { ids: lookIds, looks, dimensions }: LookSet,
  ids: readonly number[],
): (a: number, b: number) => number {
  const rows = new Map(Array.from(lookIds, (id, row) => [id, row]));
  const rowOf = ids.map((id) => rows.get(id));
  const product = (rowA: number, rowB: number) => {
    let sum = 0;
    for (let i = 0; i < dimensions; i++) {
      sum += (looks[rowA * dimensions + i] ?? 0) * (looks[rowB * dimensions + i] ?? 0);
    }
    return sum;
  };
  return (a, b) => {
    const [rowA, rowB] = [rowOf[a], rowOf[b]];
    if (rowA === undefined || rowB === undefined) return 1;
    const norms = Math.sqrt(product(rowA, rowA) * product(rowB, rowB));
    return norms === 0 ? 1 : product(rowA, rowB) / norms;
  };
}
