import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { type Part, WHOLE_PART } from "../navigation/example.js";
import { CORNERS, type Corner, moveCorner, movePart, type PartPoint, partBetween } from "./part.js";

/** Pixels from which a press beside the part draws another one. */
const START = 6;
/** Thousandths of a side. */
const STEP = 10;
const LONG_STEP = 50;

const DIRECTIONS: Record<string, PartPoint> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What is taken hold of: a corner, the part as a whole, or nothing, which draws a new one. */
type Held = Corner | "whole" | "nothing";

interface Drag {
  held: Held;
  before: Part;
  from: PartPoint;
  hasMoved: boolean;
}

export interface ChosenPart {
  part: Part;
  /** Whether it was changed by a key last: then it is told where it is. */
  isByKey: boolean;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** A part of a photo, changed by dragging over the photo's element or by the arrow keys. */
export function usePart(initial: () => Part): ChosenPart {
  const [{ part, isByKey }, setChosen] = useState(() => ({ part: initial(), isByKey: false }));
  const drag = useRef<Drag | null>(null);
  return {
    part,
    isByKey,
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const from = pointOf(event);
      drag.current = { held: heldBy(event.target), before: part, from, hasMoved: false };
    },
    onPointerMove(event) {
      const current = drag.current;
      if (current === null) return;
      const { clientWidth, clientHeight } = event.currentTarget;
      const to = pointOf(event);
      const [x, y] = [to.x - current.from.x, to.y - current.from.y];
      const moved = Math.hypot(x * clientWidth, y * clientHeight) / WHOLE_PART;
      current.hasMoved ||= moved >= START;
      if (current.hasMoved) setChosen({ part: dragged(current, to), isByKey: false });
    },
    onPointerUp() {
      drag.current = null;
    },
    onKeyDown(event) {
      const held = heldBy(event.target);
      const direction = DIRECTIONS[event.key];
      if (direction === undefined || held === "nothing") return;
      event.preventDefault();
      const step = event.shiftKey ? LONG_STEP : STEP;
      const [x, y] = [direction.x * step, direction.y * step];
      const moved = held === "whole" ? movePart(part, x, y) : moveCorner(part, held, x, y);
      setChosen({ part: moved, isByKey: true });
    },
  };
}

function dragged({ held, before, from }: Drag, to: PartPoint): Part {
  if (held === "nothing") return partBetween(from, to);
  const [x, y] = [to.x - from.x, to.y - from.y];
  return held === "whole" ? movePart(before, x, y) : moveCorner(before, held, x, y);
}

/** In thousandths of the element that listens. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): PartPoint {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - left) / width) * WHOLE_PART,
    y: ((clientY - top) / height) * WHOLE_PART,
  };
}

function heldBy(target: EventTarget): Held {
  const held = target instanceof HTMLElement ? target.dataset.hold : undefined;
  if (held === "whole") return held;
  return CORNERS.find((corner) => corner === held) ?? "nothing";
}
