import type { Gallery, LikenessMap } from "akin-browser";
import { Listeners } from "../listeners.js";
import {
  atOfCamera,
  type Camera,
  clampCamera,
  panBy,
  thumbnailSize,
  toScreen,
  type Viewport,
  WHOLE_MAP,
  zoomAt,
} from "./camera.js";
import { approach, isNear, type Speed, slowed } from "./camera-motion.js";
import { MapPainter } from "./map-painter.js";
import type { MapPhotos } from "./map-photos.js";
import { nearestRows, rowAt, rowsInView } from "./rows-in-view.js";
import { wholeScale } from "./whole-scale.js";

/** Milliseconds without a movement after which the view rests. */
const RESTS_AFTER = 200;

/** CSS pixels beside a point that still count as on it. */
const POINTER_REACH = 8;

/** What is shown of the map, how it moves, and what is pointed at. */
export class MapScene {
  /** Told when the view has come to rest. */
  readonly rested = new Listeners();
  /** Told when another photo is pointed at, or the one that is has moved. */
  readonly pointed = new Listeners();
  readonly #map: LikenessMap;
  readonly #wholeScale: (width: number, height: number) => number;
  readonly #element: HTMLElement;
  readonly #calm: () => boolean;
  readonly #painter: MapPainter;
  #camera: Camera;
  #goal: Camera | null = null;
  #speed: Speed | null = null;
  #pointedRow: number | null = null;
  #frame = 0;
  #lastFrame = 0;
  #restTimer = 0;

  /** @param calm whether the visitor wants nothing to move by itself */
  constructor(
    element: HTMLElement,
    map: LikenessMap,
    photos: MapPhotos,
    gallery: Gallery,
    camera: Camera,
    calm: () => boolean,
  ) {
    this.#map = map;
    this.#wholeScale = wholeScale(map);
    this.#element = element;
    this.#calm = calm;
    this.#camera = clampCamera(camera, this.viewport, map.length);
    this.#painter = new MapPainter(element, map, photos, gallery, () => this.#wake());
    this.#wake();
    this.#restSoon();
  }

  get camera(): Camera {
    return this.#camera;
  }

  get viewport(): Viewport {
    const { clientWidth: width, clientHeight: height } = this.#element;
    return { width, height, whole: this.#wholeScale(width, height) };
  }

  get thumbnail(): number {
    return thumbnailSize(this.#camera, this.viewport, this.#map.length);
  }

  /** Where one is or is going to, as the address has it. */
  get at(): string | null {
    return atOfCamera(this.#goal ?? this.#camera);
  }

  get pointedRow(): number | null {
    return this.#pointedRow;
  }

  /** How many photos are in view, and those nearest to the middle, nearest first. */
  inView(count: number): { all: number; rows: number[] } {
    const rows = rowsInView(this.#map, this.#camera, this.viewport);
    return { all: rows.length, rows: nearestRows(this.#map, rows, this.#camera, count) };
  }

  /** Where a photo is, in CSS pixels from the element's corner. */
  placeOf(row: number): { left: number; top: number } {
    return toScreen(this.#camera, this.viewport, this.#map.x[row] ?? 0, this.#map.y[row] ?? 0);
  }

  /** The photo under a point of the element, if there is one. */
  rowAt(left: number, top: number): number | null {
    const reach = Math.max(POINTER_REACH, this.thumbnail / 2);
    return rowAt(this.#map, this.#camera, this.viewport, { left, top }, reach);
  }

  /** Points at a photo: it and those most like it light up. */
  point(row: number | null): void {
    if (row === this.#pointedRow) return;
    this.#pointedRow = row;
    this.pointed.changed();
    this.#wake();
  }

  /** Moves with a finger or the mouse. */
  drag(dx: number, dy: number): void {
    this.#goal = null;
    this.#speed = null;
    this.#look(panBy(this.#camera, this.viewport, dx, dy));
  }

  /** Glides on after a drag. */
  release(speed: Speed): void {
    if (this.#calm()) return;
    this.#speed = speed;
    this.#wake();
  }

  /** Comes nearer at once, as two fingers do. */
  pinch(factor: number, left: number, top: number): void {
    this.#goal = null;
    this.#look(zoomAt(this.#camera, this.viewport, factor, left, top, this.#map.length));
  }

  /** Of the element, in CSS pixels from its corner. */
  get middle(): { left: number; top: number } {
    const { width, height } = this.viewport;
    return { left: width / 2, top: height / 2 };
  }

  /** Comes nearer or goes away, smoothly; at the middle where no point is given. */
  zoom(factor: number, left = this.middle.left, top = this.middle.top): void {
    const from = this.#goal ?? this.#camera;
    this.goTo(zoomAt(from, this.viewport, factor, left, top, this.#map.length));
  }

  /** Moves on by some CSS pixels, smoothly. */
  pan(dx: number, dy: number): void {
    this.goTo(panBy(this.#goal ?? this.#camera, this.viewport, dx, dy));
  }

  whole(): void {
    this.goTo(WHOLE_MAP);
  }

  goTo(camera: Camera): void {
    const goal = clampCamera(camera, this.viewport, this.#map.length);
    this.#speed = null;
    if (this.#calm()) {
      this.#goal = null;
      this.#look(goal);
      return;
    }
    this.#goal = goal;
    this.#wake();
  }

  /** To be called when the element's size or the page's colours have changed. */
  refresh(): void {
    this.#painter.resize();
    this.#look(this.#camera);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    this.#painter.dispose();
  }

  #look(camera: Camera): void {
    this.#camera = clampCamera(camera, this.viewport, this.#map.length);
    if (this.#pointedRow !== null) this.pointed.changed();
    this.#wake();
    this.#restSoon();
  }

  #wake(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => this.#draw(now));
  }

  #draw(now: number): void {
    this.#frame = 0;
    const milliseconds = Math.min(50, now - this.#lastFrame);
    this.#lastFrame = now;
    const isMoving = this.#move(milliseconds);
    const isUnfinished = this.#painter.paint({
      camera: this.#camera,
      viewport: this.viewport,
      pointedRow: this.#pointedRow,
      now,
      isMoving,
      calm: this.#calm(),
    });
    if (isMoving || isUnfinished) this.#wake();
  }

  /** @returns whether it still moves */
  #move(milliseconds: number): boolean {
    if (this.#goal !== null) {
      const next = approach(this.#camera, this.#goal, milliseconds);
      const arrived = isNear(next, this.#goal);
      const goal = this.#goal;
      if (arrived) this.#goal = null;
      this.#look(arrived ? goal : next);
    } else if (this.#speed !== null) {
      const { x, y } = this.#speed;
      this.#speed = slowed(this.#speed, milliseconds);
      this.#look(panBy(this.#camera, this.viewport, x * milliseconds, y * milliseconds));
    }
    return this.#goal !== null || this.#speed !== null;
  }

  #restSoon(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = window.setTimeout(() => this.rested.changed(), RESTS_AFTER);
  }
}
