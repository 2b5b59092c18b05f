import { useMemo, useSyncExternalStore } from "react";
import type { Range } from "../layout/album-layout.js";
import { pageScroll } from "../scroll/page-scroll.js";

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
  const stepTop = () => Math.floor(pageScroll.top() / step) * step;
  const top = useSyncExternalStore(subscribe, stepTop) - gridTop;
  return useMemo(() => {
    const rendered = { from: top - AHEAD * screen, to: top + step + (1 + AHEAD) * screen };
    return { rendered, top };
  }, [top, step, screen]);
}

const { subscribe } = pageScroll.listeners;
