import { useLayoutEffect, useRef } from "react";
import type { AlbumLayout } from "../layout/album-layout.js";
import { findTile } from "../layout/lines.js";
import { useOrigin } from "../navigation/use-navigation.js";
import { scrollToLine } from "./scroll-to-tile.js";

/** Keeps the tile of the open photo in view below it, and gives it the focus when the photo is closed. */
export function useReturnToTile(
  layout: AlbumLayout,
  gridTop: number,
  isPhotoOpen: boolean,
  focusTile: (id: number) => void,
): void {
  const origin = useOrigin();
  // Where the page's photos take long to come, the photo may have been closed before.
  const isLate = origin !== null && document.activeElement === document.body;
  const wasOpen = useRef(isPhotoOpen || isLate);

  useLayoutEffect(() => {
    if (!isPhotoOpen || origin === null) return;
    const placed = findTile(layout, origin);
    if (placed !== undefined) scrollToLine(placed.line, gridTop, "center");
  }, [layout, gridTop, isPhotoOpen, origin]);

  useLayoutEffect(() => {
    if (wasOpen.current && !isPhotoOpen && origin !== null) focusTile(origin);
    wasOpen.current = isPhotoOpen;
  });
}
