import type { BlockAnchor } from "../layout/scroll-anchor.js";
import { hrefOf, type Page, parseRoute } from "./route.js";

/** Browsers keep 50 entries; what is deeper than these would lose the way back to the page. */
export const DEEPEST = 40;

/** What a history entry keeps. */
export interface Entry {
  /** Steps since the page below the photo; null if the visit began at a photo. */
  depth: number | null;
  /** The photo that the page below was left at: its tile is shown again on the way back. */
  origin: number | null;
  /** Its place among the entries of this visit. */
  index: number;
  /** Key of its step in the trail; null for a page. */
  step: number | null;
  /** Whether it shows the photos of a walk one after the other. */
  isWalk?: boolean | undefined;
  /** Where the grid stood when the page was left. */
  place?: BlockAnchor | undefined;
}

/** The history entry that one is at, without the grid's place. */
export function currentEntry(): Entry {
  const state: Partial<Entry> | null = history.state;
  const { photo } = parseRoute(location.search);
  return {
    depth: state?.depth ?? (photo === null ? 0 : null),
    origin: state?.origin ?? photo,
    index: state?.index ?? 0,
    step: state?.step ?? null,
    isWalk: state?.isWalk,
  };
}

export function keptPlace(): BlockAnchor | undefined {
  const state: Partial<Entry> | null = history.state;
  return state?.place;
}

/** Without a query the path as it is, be it the folder or its index.html. */
export function addressOf(page: Page, photo: number | null = null): string {
  const href = hrefOf(page, photo);
  return href.startsWith("?") ? href : location.pathname;
}
