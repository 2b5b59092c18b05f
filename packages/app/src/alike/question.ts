import type { PhotoFilter } from "akin-browser";
import { type Example, exampleKey } from "../navigation/example.js";
import { filterParams } from "../navigation/filter-params.js";
import type { AlikePage } from "../navigation/route.js";

/** What photos are looked for by. */
export type Question = Pick<AlikePage, "plus" | "minus" | "filter" | "by">;

export function questionOf({ plus, minus, filter, by }: AlikePage): Question {
  const question = { plus, minus, filter };
  return { ...question, by: photoAmongAll(question) === undefined ? "subject" : by };
}

/**
 * The id of the one photo that a question is about, among all: its card answers it. Looks are stored nowhere else.
 * @returns undefined where it is about something else
 */
export function photoAmongAll({
  plus,
  minus,
  filter,
}: {
  plus: readonly Example[];
  minus: readonly Example[];
  filter: PhotoFilter;
}): number | undefined {
  const [only] = plus;
  const isOne = plus.length === 1 && minus.length === 0 && filterParams(filter).size === 0;
  return isOne && only?.kind === "photo" ? only.id : undefined;
}

/** The same for questions that have the same answer. */
export function keyOf({ plus, minus, filter, by }: Question): string {
  const keys = [plus.map(exampleKey), minus.map(exampleKey)];
  return JSON.stringify([...keys, by, `${filterParams(filter)}`]);
}
