import { useLayoutEffect, useSyncExternalStore } from "react";
import { pageScroll, TALLEST } from "./page-scroll.js";

/**
 * Lets content be longer than a page can be.
 *
 * @param height of the content, in pixels
 * @returns how high its element is to be, and how much higher than usual what is in it is to stand
 */
export function useContentHeight(height: number): { height: number; shift: number } {
  const excess = Math.max(0, height - TALLEST);
  const shift = useSyncExternalStore(pageScroll.listeners.subscribe, pageScroll.shift);
  useLayoutEffect(() => pageScroll.setExcess(excess), [excess]);
  useLayoutEffect(() => () => pageScroll.setExcess(0), []);
  return { height: height - excess, shift };
}
