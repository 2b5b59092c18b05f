import { flushSync } from "react-dom";
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

/** Changes the view; where the browser can and the visitor likes motion, the tile grows into the photo and back. */
export function photoTransition({ before, after, update, from, still }: PhotoTransition): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || calm || document.startViewTransition === undefined) {
    flushSync(update);
    return;
  }
  const old = from ?? picture(before, after);
  name(old, "photo");
  // What opens fades in by its styles: pictures of the whole page would take the first touches for themselves.
  if (after.photo === null)
    name(document.querySelector("[role=dialog]:has([data-open-photo])"), "photo-view");
  let current: Element | null = null;
  const transition = document.startViewTransition(() => {
    flushSync(update);
    name(old, "none");
    current = picture(after, before);
    name(current, "photo");
  });
  transition.finished.finally(() => {
    name(current, "none");
  });
}

/** The picture that stands for a photo in a view: the open photo, or on the page below the tile of the other one. */
function picture(view: Route, other: Route): Element | null {
  if (view.photo !== null) return document.querySelector("[data-open-photo]");
  if (other.photo === null) return null;
  const tile = document.querySelector(`[data-tile="${other.photo}"]`);
  return tile !== null && isOnScreen(tile) ? tile : null;
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function name(element: Element | null, value: "photo" | "photo-view" | "none"): void {
  if (element instanceof HTMLElement) element.style.viewTransitionName = value;
}
