import { availableSizes } from "akin-browser/format";
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { useAlbum } from "../../album/album-context.js";
import type { PhotoSummary } from "../../album/photo-summary.js";
import { Zoom } from "./zoom.js";

/** The zoom of the photo that is open; each photo begins as large as fits. */
export function useZoom(track: RefObject<HTMLElement | null>, photo: PhotoSummary | undefined) {
  const { imageSizes } = useAlbum().manifest;
  const [zoom] = useState(() => new Zoom());
  const longest = photo === undefined ? 0 : Math.max(photo.width, photo.height);
  const largest =
    photo === undefined ? 0 : (availableSizes(photo.width, photo.height, imageSizes).at(-1) ?? 0);
  const pixels = Math.min(longest, largest);
  const id = photo?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each photo anew
  useLayoutEffect(() => {
    zoom.show(track.current, pixels);
    return () => zoom.show(null, 0);
  }, [zoom, track, pixels, id]);
  return zoom;
}

export function useIsZoomed(zoom: Zoom): boolean {
  return useSyncExternalStore(zoom.listeners.subscribe, zoom.isZoomed);
}

/** The scale at which the photo has to be sharp. */
export function useSettledScale(zoom: Zoom): number {
  return useSyncExternalStore(zoom.listeners.subscribe, zoom.settledScale);
}
