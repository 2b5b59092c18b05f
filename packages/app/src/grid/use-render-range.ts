import { useMemo, useSyncExternalStore } from "react";
import type { Range } from "../layout/album-layout.js";

/** Rendered beyond the viewport, in its heights: enough for a flick, few enough pictures to load. */
const AHEAD = 1;

export interface RenderRange {
  /** What is to be in the page. */
  rendered: Range;
  /** Where the viewport began when this was last worked out. */
  top: number;
}

/** The stretch of the grid around the viewport; changes each half screen, so that most frames render nothing. */
export function useRenderRange(gridTop: number): RenderRange {
  const screen = useSyncExternalStore(subscribe, () => innerHeight);
  const step = Math.round(screen / 2);
  const top = useSyncExternalStore(subscribe, () => Math.floor(scrollY / step) * step) - gridTop;
  return useMemo(() => {
    const rendered = { from: top - AHEAD * screen, to: top + step + (1 + AHEAD) * screen };
    return { rendered, top };
  }, [top, step, screen]);
}

function subscribe(listener: () => void): () => void {
  addEventListener("scroll", listener, { passive: true });
  addEventListener("resize", listener);
  return () => {
    removeEventListener("scroll", listener);
    removeEventListener("resize", listener);
  };
}
