import { type RefObject, useLayoutEffect, useState } from "react";

/** Where the grid begins in the page, in pixels: below the bar and what a page has above its photos. */
export function useGridTop(ref: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const grid = ref.current;
    if (grid === null) return;
    const measure = () => setTop(Math.round(grid.getBoundingClientRect().top + scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    // What grows above the grid makes the page longer.
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [ref]);
  return top;
}
