import { boundsOf } from "./bounds-of.js";

/** Points sorted into square cells, to find those that are near each other. */
export class PointGrid {
  readonly #columns: number;
  /** Points in order of their cells. */
  readonly #sorted: Int32Array;
  /** Where each cell begins among them. */
  readonly #starts: Int32Array;

  /** @param points x and y of each */
  constructor(points: Float64Array, cell: number) {
    const count = points.length / 2;
    const bounds = boundsOf(points);
    this.#columns = Math.floor((bounds.right - bounds.left) / cell) + 1;
    const rows = Math.floor((bounds.bottom - bounds.top) / cell) + 1;
    const cells = new Int32Array(count);
    this.#starts = new Int32Array(this.#columns * rows + 1);
    for (let point = 0; point < count; point++) {
      const column = Math.floor(((points[2 * point] as number) - bounds.left) / cell);
      const row = Math.floor(((points[2 * point + 1] as number) - bounds.top) / cell);
      const at = row * this.#columns + column;
      cells[point] = at;
      this.#starts[at + 1] = (this.#starts[at + 1] as number) + 1;
    }
    for (let at = 1; at < this.#starts.length; at++) {
      this.#starts[at] = (this.#starts[at] as number) + (this.#starts[at - 1] as number);
    }
    const next = this.#starts.slice();
    this.#sorted = new Int32Array(count);
    for (let point = 0; point < count; point++) {
      const at = cells[point] as number;
      this.#sorted[next[at] as number] = point;
      next[at] = (next[at] as number) + 1;
    }
  }

  /** Calls `visit` once for each pair in the same or in adjoining cells. */
  forEachNearPair(visit: (a: number, b: number) => void): void {
    const columns = this.#columns;
    const cells = this.#starts.length - 1;
    for (let cell = 0; cell < cells; cell++) {
      const [start, end] = [this.#start(cell), this.#start(cell + 1)];
      if (start === end) continue;
      const column = cell % columns;
      // The cells after this one in the row, and the three below it, which follow each other.
      const isLast = column === columns - 1;
      const besideEnd = isLast ? end : this.#start(cell + 2);
      const below = cell + columns;
      const hasBelow = below < cells;
      const belowStart = hasBelow ? this.#start(column === 0 ? below : below - 1) : 0;
      const belowEnd = hasBelow ? this.#start(isLast ? below + 1 : below + 2) : 0;
      for (let at = start; at < end; at++) {
        const point = this.#sorted[at] as number;
        for (let other = at + 1; other < besideEnd; other++) {
          visit(point, this.#sorted[other] as number);
        }
        for (let other = belowStart; other < belowEnd; other++) {
          visit(point, this.#sorted[other] as number);
        }
      }
    }
  }

  #start(cell: number): number {
    return this.#starts[cell] as number;
  }
}
