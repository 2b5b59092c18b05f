import { useSyncExternalStore } from "react";
import { pageScroll } from "../scroll/page-scroll.js";

/** How far the page is scrolled, as a share of how far it can be, 0 to 1. */
export function useScrolled(): number {
  return useSyncExternalStore(pageScroll.listeners.subscribe, scrolled);
}

function scrolled(): number {
  return Math.min(1, pageScroll.top() / pageScroll.range());
}
