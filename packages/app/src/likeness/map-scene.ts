import type { Gallery, LikenessMap } from "akin-browser";
import { Listeners } from "../listeners.js";
import { type Camera, thumbnailSize, toScreen, type Viewport } from "./camera.js";
import { MapPainter } from "./map-painter.js";
import type { MapPhotos } from "./map-photos.js";
import { MovingCamera } from "./moving-camera.js";
import { nearestRows, rowAt, rowsInView } from "./rows-in-view.js";
import { wholeScale } from "./whole-scale.js";

/** Milliseconds without a movement after which the view rests. */
const RESTS_AFTER = 200;

/** CSS pixels beside a point that still count as on it. */
const POINTER_REACH = 8;

/** What a scene is made of. */
export interface SceneOptions {
  map: LikenessMap;
  photos: MapPhotos;
  gallery: Gallery;
  /** Where one looks at first. */
  camera: Camera;
  /** Whether the visitor wants nothing to move by itself. */
  calm: () => boolean;
}

/** What is shown of the map, and what is pointed at. */
export class MapScene {
  /** Told when the view has come to rest. */
  readonly rested = new Listeners();
  /** Told when another photo is pointed at, or the one that is has moved. */
  readonly pointed = new Listeners();
  readonly camera: MovingCamera;
  readonly #element: HTMLElement;
  readonly #map: LikenessMap;
  readonly #wholeScale: (width: number, height: number) => number;
  readonly #calm: () => boolean;
  readonly #painter: MapPainter;
  #pointedRow: number | null = null;
  #frame = 0;
  #lastFrame = 0;
  #restTimer = 0;

  constructor(element: HTMLElement, { map, photos, gallery, camera, calm }: SceneOptions) {
    this.#element = element;
    this.#map = map;
    this.#wholeScale = wholeScale(map);
    this.#calm = calm;
    this.#painter = new MapPainter(element, map, photos, gallery, () => this.#wake());
    this.camera = new MovingCamera({
      camera,
      viewport: () => this.viewport,
      photos: map.length,
      calm,
      onMove: () => this.#moved(),
    });
    this.camera.stay();
  }

  get viewport(): Viewport {
    const { clientWidth: width, clientHeight: height } = this.#element;
    return { width, height, whole: this.#wholeScale(width, height) };
  }

  /** Longest side of thumbnails in CSS pixels. */
  get thumbnail(): number {
    return thumbnailSize(this.camera.now, this.viewport, this.#map.length);
  }

  get pointedRow(): number | null {
    return this.#pointedRow;
  }

  /** How many photos are in view, and those nearest to the middle, nearest first. */
  inView(count: number): { all: number; rows: number[] } {
    const rows = rowsInView(this.#map, this.camera.now, this.viewport);
    return { all: rows.length, rows: nearestRows(this.#map, rows, this.camera.now, count) };
  }

  /** Where a photo is, in CSS pixels from the element's corner. */
  placeOf(row: number): { left: number; top: number } {
    return toScreen(this.camera.now, this.viewport, this.#map.x[row] ?? 0, this.#map.y[row] ?? 0);
  }

  /** The photo under a point of the element, if there is one. */
  rowAt(left: number, top: number): number | null {
    const reach = Math.max(POINTER_REACH, this.thumbnail / 2);
    return rowAt(this.#map, this.camera.now, this.viewport, { left, top }, reach);
  }

  /** Points at a photo: it and those most like it light up. */
  point(row: number | null): void {
    if (row === this.#pointedRow) return;
    this.#pointedRow = row;
    this.pointed.changed();
    this.#wake();
  }

  /** Comes nearer to what is pointed at, so that one never ends where there is nothing; else to the middle. */
  zoom(factor: number): void {
    const { width, height } = this.viewport;
    const middle = { left: width / 2, top: height / 2 };
    const { left, top } = this.#pointedRow === null ? middle : this.placeOf(this.#pointedRow);
    this.camera.zoom(factor, left, top);
  }

  /** To be called when the element's size or the page's colours have changed. */
  refresh(): void {
    this.#painter.resize();
    this.camera.stay();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    this.#painter.dispose();
  }

  #moved(): void {
    if (this.#pointedRow !== null) this.pointed.changed();
    this.#wake();
    clearTimeout(this.#restTimer);
    this.#restTimer = window.setTimeout(() => this.rested.changed(), RESTS_AFTER);
  }

  #wake(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => this.#draw(now));
  }

  #draw(now: number): void {
    this.#frame = 0;
    this.camera.step(Math.min(50, now - this.#lastFrame));
    this.#lastFrame = now;
    const { isMoving } = this.camera;
    const isUnfinished = this.#painter.paint({
      camera: this.camera.now,
      viewport: this.viewport,
      pointedRow: this.#pointedRow,
      now,
      isMoving,
      calm: this.#calm(),
    });
    if (isMoving || isUnfinished) this.#wake();
  }
}
