import { type RefObject, useEffect } from "react";
import type { MapPhotos } from "./map-photos.js";
import type { MapScene } from "./map-scene.js";

/** Milliseconds for which the mouse must stay on a photo. */
const DWELL = 80;

/** Points at the photo under the mouse; at the one in the middle, where the map is used by keyboard. */
export function usePointing(
  ref: RefObject<HTMLElement | null>,
  scene: MapScene | null,
  photos: MapPhotos,
): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || scene === null) return;
    let timer = 0;
    const point = (row: number | null) => {
      scene.point(row);
      if (row !== null) void photos.want([row]);
    };
    const follow = (event: PointerEvent) => {
      clearTimeout(timer);
      if (event.pointerType !== "mouse") return;
      if (event.buttons !== 0) return point(null);
      const { left, top } = element.getBoundingClientRect();
      const row = scene.rowAt(event.clientX - left, event.clientY - top);
      if (row !== scene.pointedRow) point(null);
      element.style.cursor = row === null ? "" : "pointer";
      if (row !== null) timer = window.setTimeout(() => point(row), DWELL);
    };
    const leave = () => {
      clearTimeout(timer);
      point(null);
    };
    const look = () => {
      if (!element.matches(":focus-visible")) return;
      point(scene.inView(1).rows[0] ?? null);
    };
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener("pointermove", follow, { signal });
    element.addEventListener("pointerleave", leave, { signal });
    element.addEventListener("focus", look, { signal });
    element.addEventListener("blur", leave, { signal });
    const stop = scene.rested.subscribe(look);
    return () => {
      clearTimeout(timer);
      ends.abort();
      stop();
    };
  }, [ref, scene, photos]);
}
