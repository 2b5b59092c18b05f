import type { Zoom } from "../zoom/zoom.js";
import { Pointers } from "./pointers.js";

const LINE = 16;
const WHEEL_SPEED = 0.002;
/** A trackpad's pinch comes as a wheel with Ctrl, in small steps. */
const PINCH_SPEED = 0.01;

/** Enlarges the photo by the wheel, about the mouse. @param view the element of the whole view */
export function listenToWheel(
  stage: HTMLElement,
  view: HTMLElement,
  zoom: Zoom,
  signal: AbortSignal,
): void {
  const pointers = new Pointers(stage);
  const onWheel = (event: WheelEvent) => {
    // A narrow view scrolls to the details.
    const scrolls = view.scrollHeight > view.clientHeight;
    if (scrolls && !event.ctrlKey && !zoom.isZoomed()) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const speed = event.ctrlKey ? PINCH_SPEED : WHEEL_SPEED;
    zoom.by(Math.exp(-event.deltaY * lines * speed), pointers.placeOf(event));
  };
  stage.addEventListener("wheel", onWheel, { passive: false, signal });
}
