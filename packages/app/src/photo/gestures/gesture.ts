import type { Point, ZoomView } from "../zoom/zoom-view.js";

/** What the fingers on the photo are about. */
export type Gesture =
  | { kind: "none" }
  /** Not yet known what it becomes. */
  | { kind: "pressed" | "swipe" | "pull"; at: Point; time: number }
  | { kind: "pan"; last: Point; time: number; speed: Point; moved: number }
  | { kind: "pinch"; view: ZoomView; middle: Point; spread: number }
  /** The browser's: the details are pulled up. */
  | { kind: "left" };

/** The photo is moved. */
export function panFrom(last: Point, time: number): Gesture {
  return { kind: "pan", last, time, speed: { x: 0, y: 0 }, moved: 0 };
}
