import type { FoundPhoto } from "akin-browser";
import type { FoundBy } from "akin-browser/words";
import type { BlockOrder } from "../album/block-order.js";
import type { GridBlocks } from "../album/grid-blocks.js";

/** The photos that a search has found. */
export interface Found {
  status: "found";
  total: number;
  /** The first photos, those that have come already. */
  first: readonly FoundPhoto[];
  blocks: GridBlocks;
  list: BlockOrder;
  /** False where the photos that fit the words best come first. */
  isByDate: boolean;
  /** The text that was searched for in place of a misspelt one. */
  corrected: string | null;
  /** Whether it is known what the text means. */
  hasDirection: boolean;
  /** Where photos were searched by what they show too. */
  meaning: Meaning | null;
}

/** By what photos were found. */
export interface Meaning {
  counts: Readonly<Record<FoundBy, number>>;
  /** By id; what is not in it was found by its texts. */
  foundBy: ReadonlyMap<number, FoundBy>;
}
