import { toScreen } from "../camera.js";
import type { MapPoints, Scene, Sprite } from "../map-renderer.js";
import type { Atlas } from "./atlas.js";
import { bindAttribute, compileProgram } from "./compile-program.js";
import { SPRITE_FRAGMENT, SPRITE_VERTEX } from "./shaders.js";

/** Numbers of a picture: box on the screen, part of the texture, opacity. */
const NUMBERS = 9;

const CORNER_RADIUS = 2;

/** Draws pictures of an atlas. */
export class SpriteLayer {
  readonly #gl: WebGL2RenderingContext;
  readonly #points: MapPoints;
  readonly #program: WebGLProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;

  constructor(gl: WebGL2RenderingContext, points: MapPoints) {
    this.#gl = gl;
    this.#points = points;
    this.#program = compileProgram(gl, SPRITE_VERTEX, SPRITE_FRAGMENT);
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    const corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
    bindAttribute(gl, this.#program, "corner", { buffer: corners, size: 2, type: gl.FLOAT });
    this.#buffer = gl.createBuffer();
    const stride = 4 * NUMBERS;
    const inputs = [
      ["box", 4, 0],
      ["part", 4, 16],
      ["opacity", 1, 32],
    ] as const;
    for (const [name, size, offset] of inputs) {
      const layout = { buffer: this.#buffer, size, type: gl.FLOAT, stride, offset };
      bindAttribute(gl, this.#program, name, { ...layout, perInstance: true });
    }
  }

  draw(scene: Scene, sprites: readonly Sprite[], atlas: Atlas): void {
    if (sprites.length === 0) return;
    const gl = this.#gl;
    const { ratio, viewport } = scene;
    // biome-ignore lint/correctness/useHookAtTopLevel: it is WebGL's, not React's
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.#instances(scene, sprites, atlas), gl.STREAM_DRAW);
    gl.bindTexture(gl.TEXTURE_2D, atlas.texture);
    const [width, height] = [viewport.width * ratio, viewport.height * ratio];
    gl.uniform2f(gl.getUniformLocation(this.#program, "pixel"), 2 / width, 2 / height);
    const radius = gl.getUniformLocation(this.#program, "corner_radius");
    gl.uniform1f(radius, CORNER_RADIUS * ratio);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, sprites.length);
  }

  #instances(
    { camera, viewport, ratio }: Scene,
    sprites: readonly Sprite[],
    atlas: Atlas,
  ): Float32Array<ArrayBuffer> {
    const numbers = new Float32Array(NUMBERS * sprites.length);
    for (const [index, { row, slot, width, height, opacity }] of sprites.entries()) {
      const at = toScreen(camera, viewport, this.#points.x[row] ?? 0, this.#points.y[row] ?? 0);
      const box = [at.left * ratio, at.top * ratio, width * ratio, height * ratio];
      numbers.set([...box, ...atlas.part(slot), opacity], NUMBERS * index);
    }
    return numbers;
  }
}
