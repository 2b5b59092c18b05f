import { useEffect, useLayoutEffect, useRef } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { anchorAt, anchorTop, type BlockAnchor, blockAnchorAt } from "../layout/scroll-anchor.js";
import { navigation } from "../navigation/navigation.js";
import { pageScroll } from "../scroll/page-scroll.js";

/** Kept when scrolling rests: what is written while the page is being left is lost in Chromium. */
const REST_MS = 150;

/** What a visitor does to be somewhere else. */
const INPUTS = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/** Finds the place in the grid again when the page is loaded anew: the browser would scroll before there is a grid. */
export function useKeptPlace(blocks: GridBlocks, layout: AlbumLayout, gridTop: number): void {
  const latest = useRef({ layout, gridTop });
  /** Where the grid is to stand as soon as enough of it has come, unless the visitor goes elsewhere. */
  const wanted = useRef(navigation.keptPlace());

  useLayoutEffect(() => {
    latest.current = { layout, gridTop };
    const place = wanted.current;
    const top = place && anchorTop(layout, place, (name) => blocks.idsOf(name));
    if (place === undefined || top === undefined) return;
    const target = Math.round(top + gridTop);
    pageScroll.to(target);
    // As long as photos are missing the page may be too short for it.
    const isThere = Math.abs(pageScroll.top() - target) < 1;
    if (isThere && blocks.loaded.has(place.block)) wanted.current = undefined;
  }, [layout, gridTop, blocks]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const now = latest.current;
      if (wanted.current !== undefined) return;
      navigation.keepPlace(placeAt(now.layout, pageScroll.top() - now.gridTop, blocks));
    };
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    const stay = () => {
      wanted.current = undefined;
    };
    addEventListener("scroll", keepSoon, { passive: true });
    for (const input of INPUTS) addEventListener(input, stay, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", keepSoon);
      for (const input of INPUTS) removeEventListener(input, stay);
    };
  }, [blocks]);
}

function placeAt(layout: AlbumLayout, y: number, blocks: GridBlocks): BlockAnchor | undefined {
  const anchor = y <= 0 ? undefined : anchorAt(layout, y);
  if (anchor?.kind !== "photo") return anchor;
  const block = blocks.blockOf(anchor.id);
  return block === undefined ? undefined : blockAnchorAt(layout, y, block, blocks.idsOf(block));
}
