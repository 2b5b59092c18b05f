import { toScreen } from "./camera.js";
import {
  type Layer,
  type MapPoints,
  type MapRenderer,
  type Scene,
  type Sprite,
  slotsFor,
} from "./map-renderer.js";

type Picture = ImageBitmap | HTMLCanvasElement;

/** Draws the map where there is no WebGL. */
export class CanvasRenderer implements MapRenderer {
  readonly slots: MapRenderer["slots"];
  readonly #context: CanvasRenderingContext2D;
  readonly #points: MapPoints;
  readonly #pictures: Record<Layer, Picture[]> = { placeholders: [], photos: [] };

  constructor(context: CanvasRenderingContext2D, points: MapPoints) {
    this.#context = context;
    this.#points = points;
    const { clientWidth, clientHeight } = context.canvas;
    this.slots = slotsFor(clientWidth, clientHeight);
  }

  setPicture(layer: Layer, slot: number, picture: ImageBitmap | ImageData): void {
    const old = this.#pictures[layer][slot];
    if (old instanceof ImageBitmap) old.close();
    this.#pictures[layer][slot] = picture instanceof ImageData ? canvasOf(picture) : picture;
  }

  draw(scene: Scene): void {
    const { ratio, sprites } = scene;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    this.#drawPoints(scene, new Set(sprites.map(({ row }) => row)));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const sprite of sprites) this.#drawSprite(scene, sprite);
    context.globalAlpha = 1;
  }

  dispose(): void {
    for (const picture of this.#pictures.photos)
      if (picture instanceof ImageBitmap) picture.close();
  }

  /** Into an image of its own: a hundred thousand shapes take twenty times as long. */
  #drawPoints({ camera, viewport, ratio, diameter }: Scene, hidden: ReadonlySet<number>): void {
    const context = this.#context;
    const { width, height } = context.canvas;
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    const { length, x, y, colours } = this.#points;
    const spans = discSpans(Math.max(2, Math.round(diameter * ratio)));
    const size = spans.length;
    for (let row = 0; row < length; row++) {
      if (hidden.has(row)) continue;
      const at = toScreen(camera, viewport, x[row] as number, y[row] as number);
      const left = Math.round(at.left * ratio - size / 2);
      const top = Math.round(at.top * ratio - size / 2);
      if (left < 0 || top < 0 || left + size > width || top + size > height) continue;
      const colour = colourOf(colours, row);
      for (let line = 0; line < size; line++) {
        const inset = spans[line] as number;
        const start = (top + line) * width + left;
        pixels.fill(colour, start + inset, start + size - inset);
      }
    }
    context.putImageData(image, 0, 0);
  }

  #drawSprite({ camera, viewport }: Scene, sprite: Sprite): void {
    const picture = this.#pictures[sprite.layer][sprite.slot];
    if (picture === undefined) return;
    const { row, width, height } = sprite;
    const at = toScreen(camera, viewport, this.#points.x[row] ?? 0, this.#points.y[row] ?? 0);
    this.#context.globalAlpha = sprite.opacity;
    this.#context.drawImage(picture, at.left - width / 2, at.top - height / 2, width, height);
  }
}

/** For each line of a disc how far from the left its pixels begin. */
function discSpans(size: number): number[] {
  const radius = size / 2;
  return Array.from({ length: size }, (_, line) => {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (line + 0.5 - radius) ** 2));
    return size < 4 ? 0 : Math.round(radius - half);
  });
}

function colourOf(colours: Uint8Array, row: number): number {
  const [red = 0, green = 0, blue = 0] = colours.subarray(3 * row, 3 * row + 3);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function canvasOf(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  return canvas;
}
