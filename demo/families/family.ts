import type { Film } from "../drawing/film.js";
import type { Random } from "../drawing/random.js";

/** Draws one scene of a family; `variant` counts the family's photos, so that palettes take turns. */
export type DrawScene = (film: Film, random: Random, variant: number) => Promise<void>;

/** The item whose turn it is. */
export function turn<T>(items: readonly T[], variant: number): T {
  return items[variant % items.length] as T;
}
