import { useEffect } from "react";
import { pageScroll } from "../scroll/page-scroll.js";

/** Small movements of a finger are no change of mind. */
const THRESHOLD = 8;

/** Sets `data-bar` on the page: what sticks below the bar moves with it by CSS alone. */
export function useBarHidden(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let last = pageScroll.top();
    const follow = () => {
      const now = pageScroll.top();
      const moved = now - last;
      const atTop = now < 56;
      if (!atTop && Math.abs(moved) < THRESHOLD) return;
      if (!atTop && moved > 0) dataset.bar = "hidden";
      else delete dataset.bar;
      last = now;
    };
    const stop = pageScroll.listeners.subscribe(follow);
    return () => {
      stop();
      delete dataset.bar;
    };
  }, []);
}
