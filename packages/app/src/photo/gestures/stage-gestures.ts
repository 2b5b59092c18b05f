import type { Zoom } from "../zoom/zoom.js";
import { type Point, type ZoomView, zoomAbout } from "../zoom/zoom-view.js";
import { DoubleTap } from "./double-tap.js";
import { dragSideways, pullDown, settleDown, settleSideways } from "./drag-track.js";
import { type Gesture, panFrom } from "./gesture.js";
import { Pointers } from "./pointers.js";

/** Pixels from which a movement is one and not a tap. */
const START = 8;
/** Share of the width, and pixels per millisecond: either takes one on. */
const FAR = 0.3;
const FAST = 0.4;
const CLOSING_PULL = 96;
/** How long a thrown photo goes on, in milliseconds of its speed. */
const THROW_MS = 120;
const TINY_SCALE = 0.6;

export interface StageActions {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** What fingers and the mouse do on the photo: go on, close, enlarge, move. */
export class StageGestures {
  readonly #track: HTMLElement;
  readonly #view: HTMLElement;
  readonly #zoom: Zoom;
  readonly #actions: () => StageActions;
  readonly #pointers: Pointers;
  readonly #taps = new DoubleTap();
  #gesture: Gesture = { kind: "none" };

  /** @param view the element of the whole view, which scrolls on a phone */
  constructor(track: HTMLElement, view: HTMLElement, zoom: Zoom, actions: () => StageActions) {
    this.#track = track;
    this.#view = view;
    this.#zoom = zoom;
    this.#actions = actions;
    // What stands still: the track itself is pulled down.
    this.#pointers = new Pointers(track.parentElement ?? track);
  }

  /** @param signal ends listening */
  listen(signal: AbortSignal): void {
    const track = this.#track;
    track.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    track.addEventListener("pointermove", (event) => this.#move(event), { signal });
    track.addEventListener("pointerup", (event) => this.#up(event), { signal });
    track.addEventListener("pointercancel", (event) => this.#cancel(event), { signal });
    // What these are not told before the browser acts it takes for scrolling, and keeps.
    track.addEventListener("touchmove", (event) => this.#keep(event), { passive: false, signal });
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    this.#pointers.set(event);
    const time = event.timeStamp;
    const at = this.#pointers.middle();
    if (this.#pointers.count > 1) this.#pinch();
    else if (this.#zoom.isZoomed()) this.#gesture = panFrom(at, time);
    else this.#gesture = { kind: "pressed", at, time };
  }

  #pinch(): void {
    if (this.#gesture.kind === "swipe") settleSideways(this.#track, undefined, 0);
    if (this.#gesture.kind === "pull") settleDown(this.#view);
    const { view } = this.#zoom;
    this.#gesture = {
      kind: "pinch",
      view,
      middle: this.#pointers.middle(),
      spread: this.#pointers.spread(),
    };
  }

  #move(event: PointerEvent): void {
    if (!this.#pointers.has(event)) return;
    this.#pointers.set(event);
    const place = this.#pointers.middle();
    const gesture = this.#gesture;
    if (gesture.kind === "pressed") this.#decide(event, gesture, place);
    if (this.#gesture.kind === "swipe") this.#swipe(place.x - this.#gesture.at.x);
    if (this.#gesture.kind === "pull")
      pullDown(this.#view, Math.max(0, place.y - this.#gesture.at.y));
    if (gesture.kind === "pinch") this.#spread(gesture, place);
    if (gesture.kind === "pan") this.#pan(event, gesture, place);
  }

  #decide(event: PointerEvent, { at, time }: { at: Point; time: number }, place: Point): void {
    const [x, y] = [place.x - at.x, place.y - at.y];
    if (event.pointerType === "mouse" || Math.hypot(x, y) < START) return;
    const isDown = y > 0 && this.#view.scrollTop <= 0;
    if (Math.abs(x) > Math.abs(y)) this.#gesture = { kind: "swipe", at, time };
    else this.#gesture = isDown ? { kind: "pull", at, time } : { kind: "left" };
    if (this.#gesture.kind !== "left") this.#track.setPointerCapture(event.pointerId);
  }

  #swipe(moved: number): void {
    const { onNext, onPrevious } = this.#actions();
    const target = moved < 0 ? onNext : onPrevious;
    dragSideways(this.#track, target === undefined ? moved / 4 : moved);
  }

  #spread(from: { view: ZoomView; middle: Point; spread: number }, middle: Point): void {
    const spread = this.#pointers.spread();
    const scale = Math.max(TINY_SCALE, (from.view.scale * spread) / Math.max(1, from.spread));
    const view = zoomAbout(from.view, scale, from.middle);
    const moved = { x: middle.x - from.middle.x, y: middle.y - from.middle.y };
    this.#zoom.hold({ scale, x: view.x + moved.x, y: view.y + moved.y });
  }

  #pan(event: PointerEvent, from: Gesture & { kind: "pan" }, place: Point): void {
    const [x, y] = [place.x - from.last.x, place.y - from.last.y];
    const time = Math.max(1, event.timeStamp - from.time);
    const moved = from.moved + Math.hypot(x, y);
    if (from.moved < START && moved >= START) this.#track.setPointerCapture(event.pointerId);
    const speed = { x: x / time, y: y / time };
    this.#gesture = { kind: "pan", last: place, time: event.timeStamp, speed, moved };
    this.#zoom.pan(x, y);
  }

  #up(event: PointerEvent): void {
    if (!this.#pointers.has(event)) return;
    const place = this.#pointers.placeOf(event);
    const gesture = this.#gesture;
    this.#pointers.delete(event);
    this.#gesture = { kind: "none" };
    if (gesture.kind === "pinch") {
      this.#zoom.settle(gesture.middle);
      if (this.#pointers.count === 1) {
        this.#gesture = panFrom(this.#pointers.middle(), event.timeStamp);
      }
    } else if (gesture.kind === "pan" && gesture.moved >= START) this.#throw(event, gesture);
    else if (gesture.kind === "pan" || gesture.kind === "pressed") this.#tap(event, place);
    else if (gesture.kind === "swipe") this.#endSwipe(event, gesture, place);
    else if (gesture.kind === "pull") this.#endPull(event, gesture, place);
  }

  #tap({ timeStamp }: PointerEvent, place: Point): void {
    if (this.#taps.tap(place, timeStamp)) this.#zoom.toggle(place);
  }

  /** The photo goes on a little in the direction that it had. */
  #throw(event: PointerEvent, { speed, time }: Gesture & { kind: "pan" }): void {
    const isResting = event.timeStamp - time > 50;
    if (!isResting) this.#zoom.pan(speed.x * THROW_MS, speed.y * THROW_MS, true);
  }

  #endSwipe(event: PointerEvent, { at, time }: { at: Point; time: number }, place: Point): void {
    const moved = place.x - at.x;
    const speed = Math.abs(moved) / Math.max(1, event.timeStamp - time);
    const isMeant = Math.abs(moved) > this.#track.clientWidth * FAR || speed > FAST;
    const { onNext, onPrevious } = this.#actions();
    const target = moved < 0 ? onNext : onPrevious;
    settleSideways(this.#track, isMeant ? target : undefined, Math.sign(moved));
  }

  #endPull(event: PointerEvent, { at, time }: { at: Point; time: number }, place: Point): void {
    const moved = place.y - at.y;
    const speed = moved / Math.max(1, event.timeStamp - time);
    if (moved > CLOSING_PULL || (moved > START && speed > FAST)) this.#actions().onClose();
    else settleDown(this.#view);
  }

  #cancel(event: PointerEvent): void {
    this.#pointers.delete(event);
    const { kind } = this.#gesture;
    if (kind === "swipe") settleSideways(this.#track, undefined, 0);
    if (kind === "pull") settleDown(this.#view);
    if (kind === "pinch" || kind === "pan") this.#zoom.settle();
    this.#gesture = { kind: "none" };
  }

  /** Keeps the browser from scrolling with a finger that does something else. */
  #keep(event: TouchEvent): void {
    if (!event.cancelable) return;
    const { kind } = this.#gesture;
    const isOurs = kind === "swipe" || kind === "pull" || kind === "pan" || kind === "pinch";
    if (isOurs || event.touches.length > 1 || this.#zoom.isZoomed() || this.#isPull(event)) {
      event.preventDefault();
    }
  }

  /** Whether a finger begins to go down where there is nothing to scroll. */
  #isPull({ touches: [touch] }: TouchEvent): boolean {
    if (this.#gesture.kind !== "pressed" || touch === undefined) return false;
    const { at } = this.#gesture;
    const { x, y } = this.#pointers.placeOf(touch);
    return this.#view.scrollTop <= 0 && y - at.y > Math.abs(x - at.x);
  }
}
