import { useEffect } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import { type AlbumLayout, missingBlocks, type Range } from "../layout/album-layout.js";

/** A visitor who drags the scroll bar passes by most blocks: only where he stays they are fetched. */
const STAY_MS = 80;

/** Asks for the blocks that are near the viewport. */
export function useMissingBlocks(blocks: GridBlocks, layout: AlbumLayout, range: Range): void {
  useEffect(() => {
    const wanted = missingBlocks(layout, range).filter((name) => !blocks.hasFailed(name));
    if (wanted.length === 0) return;
    const timer = setTimeout(
      () => void blocks.loadAll(wanted),
      blocks.loaded.size === 0 ? 0 : STAY_MS,
    );
    return () => clearTimeout(timer);
  }, [blocks, layout, range]);
}
