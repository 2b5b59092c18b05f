import { useEffect, useEffectEvent } from "react";

const LONG_MS = 450;
/** Pixels that a resting finger moves. */
const SLACK = 10;

/**
 * Tells of a finger that rests on a tile, wherever tiles are. The browser's own answers to it, a menu and dragging the
 * link, are left out, and so is the click when the finger is lifted.
 *
 * @returns nothing; the listeners are the document's, so that tiles stay as light as they are
 */
export function useLongPress(onLongPress: (tile: HTMLElement) => void): void {
  const told = useEffectEvent(onLongPress);
  useEffect(() => {
    let press: { tile: HTMLElement; x: number; y: number; timer: number } | null = null;
    let isTouch = false;
    let isDone = false;

    const end = () => {
      if (press !== null) clearTimeout(press.timer);
      press = null;
    };
    const fire = () => {
      if (press === null) return;
      const { tile } = press;
      end();
      isDone = true;
      told(tile);
    };
    const start = (event: PointerEvent) => {
      end();
      isTouch = event.pointerType === "touch";
      isDone = false;
      const tile = tileOf(event.target);
      if (tile === null || !isTouch || !event.isPrimary) return;
      const { clientX: x, clientY: y } = event;
      press = { tile, x, y, timer: window.setTimeout(fire, LONG_MS) };
    };
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (press === null) return;
      if (Math.hypot(clientX - press.x, clientY - press.y) > SLACK) end();
    };
    const leaveOut = (event: Event) => {
      if (!isTouch || tileOf(event.target) === null) return;
      event.preventDefault();
      fire();
    };
    const swallow = (event: MouseEvent) => {
      if (!isDone) return;
      // Of whatever is there by now: a check mark has come below the finger.
      isDone = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    };

    const capture = new AbortController();
    const options = { capture: true, signal: capture.signal };
    document.addEventListener("pointerdown", start, options);
    document.addEventListener("pointermove", move, options);
    document.addEventListener("pointerup", end, options);
    document.addEventListener("pointercancel", end, options);
    document.addEventListener("contextmenu", leaveOut, options);
    document.addEventListener("dragstart", leaveOut, options);
    document.addEventListener("click", swallow, options);
    return () => {
      end();
      capture.abort();
    };
  }, []);
}

/** The tile that something happens in. */
export function tileOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-tile]") : null;
}
