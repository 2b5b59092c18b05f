import type { PhotoList } from "../album/photo-list.js";

/** Further apart two photos are no range that one has seen. */
const FARTHEST = 1000;

/**
 * The photos from one to another in a list, both included, whichever comes first.
 *
 * @returns the second one alone where the way between them isn't known
 */
export function photosBetween(list: PhotoList, one: number, other: number): number[] {
  return walk(list, one, other, "next") ?? walk(list, one, other, "previous") ?? [other];
}

function walk(
  list: PhotoList,
  from: number,
  to: number,
  way: "next" | "previous",
): number[] | undefined {
  const ids: number[] = [];
  let at: number | undefined = from;
  while (at !== undefined && ids.length < FARTHEST) {
    ids.push(at);
    if (at === to) return ids;
    at = list.neighbours(at)[way]?.id;
  }
  return undefined;
}
