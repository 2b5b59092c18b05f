import { useEffect, useSyncExternalStore } from "react";
import type { PositionedPhotos } from "./positioned-photos.js";

/** Asks for photos by position, and renders again when they come. @param positions the same array as long as they are the same */
export function usePhotosAt(photos: PositionedPhotos, positions: readonly number[]): void {
  useSyncExternalStore(photos.listeners.subscribe, photos.listeners.version);
  useEffect(() => {
    const controller = new AbortController();
    void photos.load(positions, controller.signal);
    return () => controller.abort();
  }, [photos, positions]);
}
