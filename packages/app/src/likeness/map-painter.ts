import type { Gallery, LikenessMap } from "akin-browser";
import { type Camera, thumbnailSize, type Viewport } from "./camera.js";
import { createRenderer, fitCanvas, type MapCanvas } from "./create-renderer.js";
import { drawTies } from "./draw-ties.js";
import type { MapPhotos } from "./map-photos.js";
import { nearestRows, rowsInView } from "./rows-in-view.js";
import { spritesOf } from "./sprites-of.js";
import { Thumbnails } from "./thumbnails.js";

/** Longest side in CSS pixels from which on points are placeholders, and placeholders photos. */
const PLACEHOLDERS_FROM = 14;
const PHOTOS_FROM = 24;

/** Of points, in CSS pixels. */
const LEAST_DIAMETER = 3;

export interface View {
  camera: Camera;
  viewport: Viewport;
  pointedRow: number | null;
  now: number;
  isMoving: boolean;
  calm: boolean;
}

/** Draws what is in view: points, thumbnails, and over them what is pointed at. */
export class MapPainter {
  readonly #element: HTMLElement;
  readonly #map: LikenessMap;
  readonly #photos: MapPhotos;
  readonly #gallery: Gallery;
  readonly #onChange: () => void;
  readonly #overlay = document.createElement("canvas");
  readonly #forget: () => void;
  #canvas: MapCanvas;
  #thumbnails: Thumbnails;

  /** @param onChange told when there is more to draw */
  constructor(
    element: HTMLElement,
    map: LikenessMap,
    photos: MapPhotos,
    gallery: Gallery,
    onChange: () => void,
  ) {
    this.#element = element;
    this.#map = map;
    this.#photos = photos;
    this.#gallery = gallery;
    this.#onChange = onChange;
    this.#canvas = createRenderer(element, map, this.#startAgain);
    this.#thumbnails = new Thumbnails(gallery, photos, this.#canvas.renderer, onChange);
    this.#overlay.dataset.overlay = "";
    element.append(this.#overlay);
    this.#forget = photos.listeners.subscribe(onChange);
    this.resize();
  }

  resize(): void {
    for (const canvas of [this.#canvas.canvas, this.#overlay]) {
      fitCanvas(canvas, this.#element, devicePixelRatio);
    }
  }

  /** @returns whether something is still to be drawn */
  paint({ camera, viewport, pointedRow, now, isMoving, calm }: View): boolean {
    const size = thumbnailSize(camera, viewport, this.#map.length);
    const rows = size < PLACEHOLDERS_FROM ? [] : rowsInView(this.#map, camera, viewport, size);
    const thumbnails = this.#thumbnails;
    const { renderer } = this.#canvas;
    const shown = rows.length <= renderer.slots.placeholders ? rows : [];
    let isUnfinished = false;
    if (shown.length > 0 && !isMoving) void this.#photos.want(shown);
    if (shown.length > 0) isUnfinished = thumbnails.decode(shown);
    if (!isMoving) this.#wantPhotos(shown, size, camera);
    const pictures = { photos: this.#photos, thumbnails };
    const { sprites, isFading } = spritesOf(shown, pictures, size, now, calm);
    const ratio = devicePixelRatio;
    const diameter = Math.max(LEAST_DIAMETER, 0.6 * size);
    renderer.draw({ camera, viewport, ratio, diameter, sprites });
    this.#drawOverlay(camera, viewport, pointedRow, size);
    return isUnfinished || isFading;
  }

  dispose(): void {
    this.#forget();
    this.#thumbnails.dispose();
    this.#canvas.canvas.removeEventListener("webglcontextlost", this.#startAgain);
    this.#canvas.renderer.dispose();
    this.#canvas.canvas.remove();
    this.#overlay.remove();
  }

  #wantPhotos(shown: readonly number[], size: number, camera: Camera): void {
    const isWorthIt = size >= PHOTOS_FROM && shown.length <= this.#canvas.renderer.slots.photos;
    const rows = isWorthIt ? nearestRows(this.#map, shown, camera, shown.length) : [];
    this.#thumbnails.want(rows, size * devicePixelRatio);
  }

  #drawOverlay(camera: Camera, viewport: Viewport, row: number | null, size: number): void {
    const overlay = this.#overlay;
    overlay.getContext("2d")?.reset();
    if (row === null) return;
    const { find } = this.#photos;
    const rows = [row, ...(find(row)?.similar ?? [])] as const;
    const ratio = devicePixelRatio;
    const drawn = size < PLACEHOLDERS_FROM ? 0 : size;
    drawTies(overlay, { map: this.#map, camera, viewport, ratio, rows, find, size: drawn });
  }

  /** The graphics processor has forgotten everything. */
  readonly #startAgain = (): void => {
    this.#thumbnails.dispose();
    this.#canvas.canvas.remove();
    this.#canvas = createRenderer(this.#element, this.#map, this.#startAgain);
    const { renderer } = this.#canvas;
    this.#thumbnails = new Thumbnails(this.#gallery, this.#photos, renderer, this.#onChange);
    this.#onChange();
  };
}
