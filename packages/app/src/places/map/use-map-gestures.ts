import { useGesture } from "@use-gesture/react";
import { type MouseEvent, type RefObject, useRef } from "react";
import { type MapSize, panBy, zoomBy } from "./map-view.js";
import type { MapControl } from "./use-map-view.js";

/** How far a turn of the wheel by a pixel comes nearer, in doublings. */
const WHEEL = 1 / 400;
const WHEEL_LINE = 16;

/** Drag, wheel and pinch, on the map itself, and double click, for it to take. @param ref the map */
export function useMapGestures(
  ref: RefObject<HTMLElement | null>,
  size: MapSize | null,
  { move }: MapControl,
) {
  const scale = useRef(1);
  const fromMiddle = (x: number, y: number) => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
  };
  const zoomAt = (steps: number, x: number, y: number, how: "at-once" | "calmly" = "at-once") => {
    if (size !== null) move((view) => zoomBy(view, steps, size, fromMiddle(x, y)), how);
  };
  useGesture(
    {
      onDrag: ({ delta: [dx, dy], pinching, cancel }) => {
        if (pinching) cancel();
        else if (dx !== 0 || dy !== 0) move((view) => panBy(view, dx, dy));
      },
      onPinch: ({ first, movement: [factor], origin: [x, y], event }) => {
        // Wheels with the Ctrl key, as trackpads pinch, come to onWheel too.
        if (event instanceof WheelEvent) return;
        if (first) scale.current = 1;
        zoomAt(Math.log2(factor / scale.current), x, y);
        scale.current = factor;
      },
      onWheel: ({ event, last }) => {
        // The end of the wheel's turning is told with the event of before.
        if (last) return;
        event.preventDefault();
        const pixels =
          event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : 1);
        // Trackpads tell small steps while one pinches.
        zoomAt(-pixels * WHEEL * (event.ctrlKey ? 4 : 1), event.clientX, event.clientY);
      },
    },
    {
      target: ref,
      eventOptions: { passive: false },
      drag: { filterTaps: true, pointer: { keys: false } },
      pinch: { pinchOnWheel: false },
    },
  );
  const onDoubleClick = ({ shiftKey, clientX, clientY }: MouseEvent) =>
    zoomAt(shiftKey ? -1 : 1, clientX, clientY, "calmly");
  return { onDoubleClick };
}
