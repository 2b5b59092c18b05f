import type { PhotoFilter } from "akin-browser";
import type { Picture } from "../dropped/pictures.js";
import { filterParams } from "../navigation/filter-params.js";
import type { AlikePage } from "../navigation/route.js";

/** What photos are looked for by. */
export interface Question {
  /** Ids of photos that they should be like, and unlike. */
  plus: readonly number[];
  minus: readonly number[];
  /** A picture from outside of the gallery that they should be like. */
  picture: Picture | null;
  filter: PhotoFilter;
  by: "subject" | "look";
}

/** @param picture the one that the address names, where the page still has it */
export function questionOf(page: AlikePage, picture: Picture | null): Question {
  const { plus, minus, filter } = page;
  const question = { plus, minus, picture, filter };
  return { ...question, by: isOfOne(question) ? page.by : "subject" };
}

/** Whether it is about one photo among all: what its card answers. Looks are stored nowhere else. */
export function isOfOne({ plus, minus, picture, filter }: Omit<Question, "by">): boolean {
  const isAmongAll = filterParams(filter).size === 0;
  return plus.length === 1 && minus.length === 0 && picture === null && isAmongAll;
}

/** The same for questions that have the same answer. */
export function keyOf({ plus, minus, picture, filter, by }: Question): string {
  return JSON.stringify([plus, minus, picture?.key, by, `${filterParams(filter)}`]);
}
