import {
  LAYER_PIXELS,
  type Layer,
  type MapPoints,
  type MapRenderer,
  type Scene,
  slotsFor,
} from "../map-renderer.js";
import { Atlas } from "./atlas.js";
import { PointLayer } from "./point-layer.js";
import { SpriteLayer } from "./sprite-layer.js";

/** Draws the map with WebGL 2. */
export class WebglRenderer implements MapRenderer {
  readonly slots: MapRenderer["slots"];
  readonly #gl: WebGL2RenderingContext;
  readonly #points: PointLayer;
  readonly #sprites: SpriteLayer;
  readonly #atlases: Record<Layer, Atlas>;

  /** @throws Error where the browser's WebGL can't do what is needed */
  constructor(gl: WebGL2RenderingContext, points: MapPoints) {
    const { clientWidth, clientHeight } = gl.canvas as HTMLCanvasElement;
    this.#gl = gl;
    this.slots = slotsFor(clientWidth, clientHeight);
    this.#points = new PointLayer(gl, points);
    this.#sprites = new SpriteLayer(gl, points);
    const atlas = (layer: Layer) => new Atlas(gl, LAYER_PIXELS[layer], this.slots[layer]);
    this.#atlases = { placeholders: atlas("placeholders"), photos: atlas("photos") };
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  setPicture(layer: Layer, slot: number, picture: ImageBitmap | ImageData): void {
    this.#atlases[layer].set(slot, picture);
    if (picture instanceof ImageBitmap) picture.close();
  }

  draw(scene: Scene): void {
    const gl = this.#gl;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#points.draw(scene, inkOf(gl.canvas as HTMLCanvasElement));
    for (const layer of ["placeholders", "photos"] as const) {
      const sprites = scene.sprites.filter((sprite) => sprite.layer === layer);
      this.#sprites.draw(scene, sprites, this.#atlases[layer]);
    }
  }

  dispose(): void {
    // Browsers keep few contexts: this one must not wait for the garbage collector.
    this.#gl.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

/** The page's text colour, 0 to 1 each. */
function inkOf(canvas: HTMLCanvasElement): number[] {
  const numbers = getComputedStyle(canvas).color.match(/[\d.]+/g) ?? [];
  return numbers.slice(0, 3).map((number) => Number(number) / 255);
}
