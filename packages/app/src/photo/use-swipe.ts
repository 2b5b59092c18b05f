import { type PointerEvent, type RefObject, useRef } from "react";

/** Pixels from which a movement is a swipe and not a tap. */
const START = 8;
/** Share of the width, and pixels per millisecond: either takes one on. */
const FAR = 0.3;
const FAST = 0.4;
const GAP = 24;
const SETTLE_MS = 200;

interface Swipe {
  x: number;
  y: number;
  time: number;
  active: boolean;
}

interface Directions {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Moves the slides with a finger (`--drag`), and on to the neighbour when it lets go far or fast enough. */
export function useSwipe(track: RefObject<HTMLElement | null>, directions: Directions) {
  const swipe = useRef<Swipe | null>(null);

  const onPointerDown = ({ pointerType, isPrimary, clientX, clientY, timeStamp }: PointerEvent) => {
    if (pointerType === "mouse" || !isPrimary) return;
    swipe.current = { x: clientX, y: clientY, time: timeStamp, active: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = swipe;
    if (current === null || track.current === null || !event.isPrimary) return;
    const moved = event.clientX - current.x;
    if (!current.active) {
      if (Math.abs(moved) < START || Math.abs(event.clientY - current.y) > Math.abs(moved)) return;
      current.active = true;
      track.current.setPointerCapture(event.pointerId);
      track.current.dataset.swiping = "moving";
    }
    const target = moved < 0 ? directions.onNext : directions.onPrevious;
    drag(track.current, target === undefined ? moved / 4 : moved);
  };
  const onPointerUp = (event: PointerEvent) => {
    const { current } = swipe;
    swipe.current = null;
    if (!current?.active || track.current === null) return;
    const moved = event.clientX - current.x;
    const speed = Math.abs(moved) / Math.max(1, event.timeStamp - current.time);
    const isMeant = Math.abs(moved) > track.current.clientWidth * FAR || speed > FAST;
    const target = moved < 0 ? directions.onNext : directions.onPrevious;
    settle(track.current, isMeant ? target : undefined, Math.sign(moved));
  };
  const onPointerCancel = () => {
    if (swipe.current?.active && track.current !== null) settle(track.current, undefined, 0);
    swipe.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}

function settle(track: HTMLElement, target: (() => void) | undefined, direction: number): void {
  track.dataset.swiping = "settling";
  drag(track, target === undefined ? 0 : direction * (track.clientWidth + GAP));
  setTimeout(() => {
    // In one go with the new places of the slides, so that nothing jumps.
    target?.();
    delete track.dataset.swiping;
    drag(track, 0);
  }, SETTLE_MS);
}

function drag(track: HTMLElement, pixels: number): void {
  track.style.setProperty("--drag", `${pixels}px`);
}
