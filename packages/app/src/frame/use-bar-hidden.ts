import { useEffect } from "react";

/** Small movements of a finger are no change of mind. */
const THRESHOLD = 8;

/** Sets `data-bar` on the page: what sticks below the bar moves with it by CSS alone. */
export function useBarHidden(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let last = scrollY;
    const follow = () => {
      const moved = scrollY - last;
      const atTop = scrollY < 56;
      if (!atTop && Math.abs(moved) < THRESHOLD) return;
      if (!atTop && moved > 0) dataset.bar = "hidden";
      else delete dataset.bar;
      last = scrollY;
    };
    addEventListener("scroll", follow, { passive: true });
    return () => {
      removeEventListener("scroll", follow);
      delete dataset.bar;
    };
  }, []);
}
