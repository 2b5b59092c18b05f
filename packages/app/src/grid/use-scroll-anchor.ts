import { useEffect, useLayoutEffect, useRef } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { anchorAt, anchorTop } from "../layout/scroll-anchor.js";

/** Keeps what is at the top of the viewport there when blocks come above it or the width changes. */
export function useScrollAnchor(blocks: GridBlocks, layout: AlbumLayout, gridTop: number): void {
  const before = useRef(layout);
  // Not read when the layout changes: by then the browser may have moved to fit a shorter page.
  const top = useRef(scrollY);

  useEffect(() => {
    const remember = () => {
      top.current = scrollY;
    };
    addEventListener("scroll", remember, { passive: true });
    return () => removeEventListener("scroll", remember);
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
    const lowest = document.documentElement.scrollHeight - innerHeight;
    top.current = top.current > lowest ? now + gridTop : scrollY + now - y;
    scrollTo({ top: top.current, behavior: "instant" });
  }, [layout, blocks, gridTop]);
}
