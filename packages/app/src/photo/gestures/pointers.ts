import type { Point } from "../zoom/zoom-view.js";

/** The fingers on an element, or the mouse; places are measured from the element's middle. */
export class Pointers {
  readonly #element: HTMLElement;
  readonly #places = new Map<number, Point>();

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  get count(): number {
    return this.#places.size;
  }

  set(event: PointerEvent): void {
    this.#places.set(event.pointerId, this.placeOf(event));
  }

  has(event: PointerEvent): boolean {
    return this.#places.has(event.pointerId);
  }

  delete(event: PointerEvent): void {
    this.#places.delete(event.pointerId);
  }

  placeOf({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top, width, height } = this.#element.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  /** Between the fingers. */
  middle(): Point {
    const places = [...this.#places.values()];
    const sum = places.reduce((one, { x, y }) => ({ x: one.x + x, y: one.y + y }), { x: 0, y: 0 });
    return { x: sum.x / places.length, y: sum.y / places.length };
  }

  /** From the first finger to the second; 0 with less than two. */
  spread(): number {
    const [first, second] = this.#places.values();
    if (first === undefined || second === undefined) return 0;
    return Math.hypot(second.x - first.x, second.y - first.y);
  }
}
