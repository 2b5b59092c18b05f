import type { Point } from "../zoom/zoom-view.js";

const BETWEEN_MS = 350;
const NEAR = 32;

/** Tells the second of two taps; `dblclick` does not come of fingers in every browser. */
export class DoubleTap {
  #last: (Point & { time: number }) | null = null;

  /** @returns whether this tap is the second one */
  tap(place: Point, time: number): boolean {
    const before = this.#last;
    const isSecond =
      before !== null &&
      time - before.time < BETWEEN_MS &&
      Math.hypot(place.x - before.x, place.y - before.y) < NEAR;
    this.#last = isSecond ? null : { ...place, time };
    return isSecond;
  }
}
