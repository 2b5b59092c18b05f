import type { Speed } from "./camera-motion.js";
import type { MovingCamera } from "./moving-camera.js";

/** CSS pixels that a pointer may stray in a tap. */
const TAP_REACH = 6;

/** Milliseconds between the two taps of a double tap, and before which a press is a tap. */
const DOUBLE_TAP = 300;
const LONGEST_TAP = 500;

/** Of the last movements, in milliseconds, by which the map glides on. */
const REMEMBERED = 80;

/** How much nearer a double tap comes. */
const DOUBLE_TAP_ZOOM = 2.5;

interface Point {
  left: number;
  top: number;
}

interface Moment extends Point {
  time: number;
}

interface Tap extends Moment {
  isTouch: boolean;
}

/**
 * Lets pointers move the map: drag, pinch, double tap, wheel.
 *
 * @param onTap told of a tap or click; answers whether it was of use, so that it isn't half of a double tap
 * @returns ends it
 */
export function followPointers(
  element: HTMLElement,
  camera: MovingCamera,
  onTap: (tap: Tap) => boolean,
): () => void {
  const pointers = new Map<number, Point>();
  let trail: Moment[] = [];
  let start: Moment | null = null;
  let lastTap: Moment | null = null;

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { left: clientX - left, top: clientY - top };
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    start = pointers.size === 1 ? { ...point, time: event.timeStamp } : null;
    trail = [];
    // A touch stops what glides.
    camera.drag(0, 0);
  };

  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const point = pointOf(event);
    if (start !== null && distance(start, point) > TAP_REACH) start = null;
    if (pointers.size === 1) {
      if (start !== null) return;
      camera.drag(point.left - before.left, point.top - before.top);
      trail.push({ ...point, time: event.timeStamp });
    } else {
      const [other = point] = [...pointers]
        .filter(([id]) => id !== event.pointerId)
        .map(([, p]) => p);
      // Each of the two fingers carries the middle between them half of its way.
      camera.drag((point.left - before.left) / 2, (point.top - before.top) / 2);
      const factor = distance(point, other) / Math.max(1, distance(before, other));
      camera.pinch(factor, (point.left + other.left) / 2, (point.top + other.top) / 2);
    }
    pointers.set(event.pointerId, point);
  };

  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    const { timeStamp: time, pointerType } = event;
    if (start !== null && event.type === "pointerup" && time - start.time < LONGEST_TAP) {
      tap({ ...start, time, isTouch: pointerType !== "mouse" });
    } else if (pointers.size === 0) camera.release(speedOf(trail, time));
    start = null;
  };

  const tap = (at: Tap) => {
    if (onTap(at)) {
      lastTap = null;
    } else if (lastTap && at.time - lastTap.time < DOUBLE_TAP && distance(at, lastTap) < 40) {
      lastTap = null;
      camera.zoom(DOUBLE_TAP_ZOOM, at.left, at.top);
    } else lastTap = at;
  };

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const { left, top } = pointOf(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const turned = Math.max(-240, Math.min(240, event.deltaY * lines));
    // Two fingers on a touch pad come as a wheel with Ctrl, in small steps.
    if (event.ctrlKey) camera.pinch(Math.exp(-turned * 0.01), left, top);
    else camera.zoom(Math.exp(-turned * 0.002), left, top);
  };

  const ends = new AbortController();
  const options = { signal: ends.signal };
  element.addEventListener("pointerdown", down, options);
  element.addEventListener("pointermove", move, options);
  element.addEventListener("pointerup", up, options);
  element.addEventListener("pointercancel", up, options);
  element.addEventListener("wheel", wheel, { ...options, passive: false });
  return () => ends.abort();
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.left - other.left, one.top - other.top);
}

/** How fast a pointer was before it let go; a rest before that stops it. */
function speedOf(trail: readonly Moment[], now: number): Speed {
  const recent = trail.filter(({ time }) => now - time < REMEMBERED);
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last || last.time === first.time) return { x: 0, y: 0 };
  const time = Math.max(8, last.time - first.time);
  return { x: (last.left - first.left) / time, y: (last.top - first.top) / time };
}
