import { useEffect } from "react";
import { useAlbum } from "../album/album-context.js";
import { type AlbumLayout, missingBlocks, type Range } from "../layout/album-layout.js";

/** A visitor who drags the scroll bar passes by most blocks: only where he stays they are fetched. */
const STAY_MS = 80;

/** Asks for the blocks that are near the viewport. */
export function useMissingBlocks(layout: AlbumLayout, range: Range): void {
  const { blocks } = useAlbum();
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
