import { Listeners } from "../../listeners.js";
import {
  closerScale,
  FITTED,
  type Point,
  withinBounds,
  type ZoomFrame,
  type ZoomView,
  zoomAbout,
} from "./zoom-view.js";

const MIDDLE: Point = { x: 0, y: 0 };
const STEP = 1.5;
/** After this rest the image that is sharp at the new size is asked for. */
const REST_MS = 150;

/**
 * How the open photo is enlarged and moved. It changes the photo's element itself: a gesture has no time to render for
 * each of its movements. What is told to React is whether the photo is enlarged, and how far once that rests.
 */
export class Zoom {
  readonly listeners = new Listeners();
  #view = FITTED;
  #settledScale = 1;
  #track: HTMLElement | null = null;
  #photo: HTMLElement | null = null;
  /** Of the largest published image, longest side. */
  #pixels = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  readonly isZoomed = (): boolean => this.#view.scale > 1;
  /** The scale that the photo has come to rest at. */
  readonly settledScale = (): number => this.#settledScale;

  get view(): ZoomView {
    return this.#view;
  }

  /** The photo that is open now, as large as fits. @param pixels longest side of its largest published image */
  show(track: HTMLElement | null, pixels: number): void {
    this.reset(false);
    this.#track = track;
    this.#photo = track?.querySelector<HTMLElement>("[data-open-photo]") ?? null;
    this.#pixels = pixels;
  }

  /** Enlarges one step, or makes smaller. */
  step(direction: 1 | -1): void {
    this.by(STEP ** direction, MIDDLE, true);
  }

  /** @param point what stays where it is, from the middle of the stage */
  by(factor: number, point: Point, smooth = false): void {
    const frame = this.#frame();
    const view = zoomAbout(this.#view, this.#view.scale * factor, point);
    if (frame !== null) this.#apply(withinBounds(view, frame, point), smooth);
  }

  /** Between what fits and the photo's own pixels. */
  toggle(point: Point = MIDDLE): void {
    const frame = this.#frame();
    if (this.isZoomed()) this.reset(true);
    else if (frame !== null) this.by(closerScale(frame), point, true);
  }

  pan(x: number, y: number, smooth = false): void {
    const frame = this.#frame();
    const { view } = this;
    if (frame === null) return;
    this.#apply(withinBounds({ ...view, x: view.x + x, y: view.y + y }, frame), smooth);
  }

  /** For fingers, which may go beyond the bounds; `settle` comes back. */
  hold(view: ZoomView): void {
    if (this.#frame() !== null) this.#apply(view, false);
  }

  /** Back within bounds. @param about what stays where it is if the scale has to change */
  settle(about: Point = MIDDLE): void {
    const frame = this.#frame();
    if (frame !== null) this.#apply(withinBounds(this.#view, frame, about), true);
  }

  reset(smooth: boolean): void {
    this.#apply(FITTED, smooth);
  }

  #frame(): ZoomFrame | null {
    if (this.#track === null || this.#photo === null) return null;
    const { offsetWidth: width, offsetHeight: height } = this.#photo;
    if (width === 0 || height === 0) return null;
    return {
      stage: { width: this.#track.clientWidth, height: this.#track.clientHeight },
      photo: { width, height },
      sharpest: this.#pixels / (Math.max(width, height) * devicePixelRatio),
    };
  }

  #apply(view: ZoomView, smooth: boolean): void {
    this.#view = view;
    const { scale, x, y } = view;
    const isFitted = scale === 1 && x === 0 && y === 0;
    if (this.#track !== null) {
      this.#track.dataset.zoom = smooth ? "smooth" : "direct";
      if (scale > 1) this.#track.dataset.zoomed = "";
      else delete this.#track.dataset.zoomed;
    }
    if (this.#photo !== null) {
      this.#photo.style.transform = isFitted ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settled(), REST_MS);
    if (isFitted) this.#settled();
    else this.listeners.changed();
  }

  #settled(): void {
    clearTimeout(this.#rest);
    this.#settledScale = this.#view.scale;
    this.listeners.changed();
  }
}
