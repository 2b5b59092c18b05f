import { useEffect, useLayoutEffect, useRef } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { anchorAt, anchorTop } from "../layout/scroll-anchor.js";
import { pageScroll } from "../scroll/page-scroll.js";

/** Keeps what is at the top of the viewport there when blocks come above it or the width changes. */
export function useScrollAnchor(blocks: GridBlocks, layout: AlbumLayout, gridTop: number): void {
  const before = useRef(layout);
  // Not read when the layout changes: by then the browser may have moved to fit a shorter page.
  const top = useRef(pageScroll.top());

  useEffect(() => {
    return pageScroll.listeners.subscribe(() => {
      top.current = pageScroll.top();
    });
  }, []);

  useLayoutEffect(() => {
    const old = before.current;
    before.current = layout;
    const y = top.current - gridTop;
    if (old === layout || y <= 0) return;
    const anchor = anchorAt(old, y);
    const now = anchor && anchorTop(layout, anchor, (block) => blocks.idsOf(block));
    if (now === undefined || Math.abs(now - y) < 1) return;
    // What the visitor has scrolled since the last event counts too, unless the page has become too short for it.
    const isTooShort = top.current > pageScroll.range();
    top.current = isTooShort ? now + gridTop : pageScroll.top() + now - y;
    pageScroll.to(top.current);
  }, [layout, blocks, gridTop]);
}
