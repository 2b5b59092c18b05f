import type { KeyboardEvent } from "react";
import { useShortcut } from "../settings/shortcuts.js";
import type { MapScene } from "./map-scene.js";

/** CSS pixels that an arrow key moves. */
const STEP = 120;

/** How much nearer a key comes. */
export const KEY_ZOOM = 1.6;

const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** Keys that move the map: arrows where it has the focus, the others anywhere on the page. */
export function useMapKeys(
  scene: MapScene | null,
  open: (row: number) => void,
): (event: KeyboardEvent) => void {
  const zoom = (factor: number) => (scene ? () => scene.zoom(factor) : undefined);
  useShortcut("+", zoom(KEY_ZOOM));
  useShortcut("=", zoom(KEY_ZOOM));
  useShortcut("-", zoom(1 / KEY_ZOOM));
  useShortcut("0", scene ? () => scene.camera.whole() : undefined);

  return (event) => {
    if (scene === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) scene.camera.pan(...arrow);
    else if (event.key === "Enter") {
      const row = scene.pointedRow ?? scene.inView(1).rows[0];
      if (row === undefined) return;
      open(row);
    } else if (event.key === "Escape" && scene.pointedRow !== null) scene.point(null);
    else return;
    event.preventDefault();
  };
}
