import { useEffect, useLayoutEffect, useRef } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { anchorAt, anchorTop, type BlockAnchor, blockAnchorAt } from "../layout/scroll-anchor.js";
import { navigation } from "../navigation/navigation.js";

/** Kept when scrolling rests: what is written while the page is being left is lost in Chromium. */
const REST_MS = 150;

/** Finds the place in the grid again when the page is loaded anew: the browser would scroll before there is a grid. */
export function useKeptPlace(blocks: GridBlocks, layout: AlbumLayout, gridTop: number): void {
  const latest = useRef({ layout, gridTop });
  const isLaidOut = layout.height > 0;

  useLayoutEffect(() => {
    latest.current = { layout, gridTop };
  }, [layout, gridTop]);

  useLayoutEffect(() => {
    const place = navigation.keptPlace();
    const now = latest.current;
    const top = isLaidOut && place && anchorTop(now.layout, place, (name) => blocks.idsOf(name));
    if (typeof top === "number") scrollTo({ top: top + now.gridTop, behavior: "instant" });
  }, [isLaidOut, blocks]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const place = placeAt(latest.current.layout, scrollY - latest.current.gridTop, blocks);
      navigation.keepPlace(place);
    };
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    addEventListener("scroll", keepSoon, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", keepSoon);
    };
  }, [blocks]);
}

function placeAt(layout: AlbumLayout, y: number, blocks: GridBlocks): BlockAnchor | undefined {
  const anchor = y <= 0 ? undefined : anchorAt(layout, y);
  if (anchor?.kind !== "photo") return anchor;
  const block = blocks.blockOf(anchor.id);
  return block === undefined ? undefined : blockAnchorAt(layout, y, block, blocks.idsOf(block));
}
