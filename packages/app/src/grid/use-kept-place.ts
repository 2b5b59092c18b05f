import { useEffect, useLayoutEffect, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { anchorAt, anchorTop, type BlockAnchor, blockAnchorAt } from "../layout/scroll-anchor.js";
import { navigation } from "../navigation/navigation.js";
import { GRID_TOP } from "./scroll-to-tile.js";

/** Kept when scrolling rests: what is written while the page is being left is lost in Chromium. */
const REST_MS = 150;

/** Finds the place in the grid again when the page is loaded anew: the browser would scroll before there is a grid. */
export function useKeptPlace(layout: AlbumLayout): void {
  const { blocks } = useAlbum();
  const latest = useRef(layout);
  const isLaidOut = layout.height > 0;

  useLayoutEffect(() => {
    latest.current = layout;
  }, [layout]);

  useLayoutEffect(() => {
    const place = navigation.keptPlace();
    const top = isLaidOut && place && anchorTop(latest.current, place, () => []);
    if (typeof top === "number") scrollTo({ top: top + GRID_TOP, behavior: "instant" });
  }, [isLaidOut]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const place = placeAt(latest.current, scrollY - GRID_TOP, blocks);
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
