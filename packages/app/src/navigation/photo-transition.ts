import { flushSync } from "react-dom";
import { growPhoto } from "./grow-photo.js";
import type { Route } from "./route.js";

interface PhotoTransition {
  before: Route;
  after: Route;
  update: () => void;
  /** The picture that grows into the photo; by default the photo's tile in the grid. */
  from: Element | null;
  /** Whether the change is to be seen at once. */
  still: boolean;
}

/** Changes the view; where the visitor likes motion, the tile grows into the photo, and where the browser can, back. */
export function photoTransition({ before, after, update, from, still }: PhotoTransition): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || isCalm) flushSync(update);
  else if (after.photo !== null) open(update, from ?? tileOf(after.photo), before.photo === null);
  else close(update, before);
}

function open(update: () => void, from: Element | null, isFirst: boolean): void {
  const place = from?.getBoundingClientRect() ?? null;
  flushSync(update);
  growPhoto(place, isFirst);
}

function close(update: () => void, { photo }: Route): void {
  if (document.startViewTransition === undefined) {
    flushSync(update);
    return;
  }
  const open = document.querySelector("[data-open-photo]");
  name(open, "photo");
  name(open?.closest("[role=dialog]") ?? null, "photo-view");
  let tile: Element | null = null;
  const transition = document.startViewTransition(() => {
    flushSync(update);
    name(open, "none");
    tile = photo === null ? null : tileOf(photo);
    name(tile, "photo");
  });
  transition.finished.finally(() => {
    name(tile, "none");
  });
}

/** The picture that stands for a photo on the page below, where it is to be seen. */
function tileOf(photo: number): Element | null {
  const tile = document.querySelector(`[data-tile="${photo}"]`);
  return tile !== null && isOnScreen(tile) ? tile : null;
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function name(element: Element | null, value: "photo" | "photo-view" | "none"): void {
  if (element instanceof HTMLElement) element.style.viewTransitionName = value;
}
