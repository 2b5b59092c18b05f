import type { KeyboardEvent } from "react";
import { useShortcut } from "../../settings/shortcuts.js";
import { type MapSize, type MapView, panBy, zoomBy } from "./map-view.js";
import type { MapControl } from "./use-map-view.js";

/** Pixels that an arrow key moves the map by. */
const STEP = 120;

const MOVES: Record<string, [dx: number, dy: number] | undefined> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** The keys of the map: arrows while it has the focus, the others anywhere on the page while `isOn`. */
export function useMapKeys(
  { move }: MapControl,
  size: MapSize | null,
  whole: () => MapView,
  isOn: boolean,
) {
  const zoom = (steps: number) => {
    if (size !== null) move((view) => zoomBy(view, steps, size), "calmly");
  };
  const actions: Record<string, (() => void) | undefined> = {
    "+": () => zoom(1),
    "=": () => zoom(1),
    "-": () => zoom(-1),
    "0": () => move(whole, "calmly"),
  };
  useShortcut("+", isOn ? actions["+"] : undefined);
  useShortcut("=", isOn ? actions["="] : undefined);
  useShortcut("-", isOn ? actions["-"] : undefined);
  useShortcut("0", isOn ? actions["0"] : undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [dx, dy] = MOVES[event.key] ?? [];
    const action = actions[event.key];
    if (action !== undefined) action();
    else if (dx !== undefined && dy !== undefined) move((view) => panBy(view, dx, dy), "calmly");
    else return;
    event.preventDefault();
  };
  return { zoom, onKeyDown };
}
