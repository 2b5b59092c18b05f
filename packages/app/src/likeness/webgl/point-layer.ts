import { scaleOf } from "../camera.js";
import type { MapPoints, Scene } from "../map-renderer.js";
import { bindAttribute, compileProgram } from "./compile-program.js";
import { POINT_FRAGMENT, POINT_VERTEX } from "./shaders.js";

/** All photos as points. */
export class PointLayer {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #hiddenBuffer: WebGLBuffer;
  readonly #hidden: Uint8Array<ArrayBuffer>;

  constructor(gl: WebGL2RenderingContext, { length, x, y, colours }: MapPoints) {
    this.#gl = gl;
    this.#program = compileProgram(gl, POINT_VERTEX, POINT_FRAGMENT);
    this.#array = gl.createVertexArray();
    this.#hidden = new Uint8Array(length);
    gl.bindVertexArray(this.#array);
    const places = Float32Array.from({ length: 2 * length }, (_, at) =>
      Number((at % 2 === 0 ? x : y)[at >> 1]),
    );
    const bind = (name: string, data: BufferSource, size: number, type: number) => {
      const buffer = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
      bindAttribute(gl, this.#program, name, { buffer, size, type, normalised: name === "colour" });
      return buffer;
    };
    bind("place", places, 2, gl.FLOAT);
    bind("colour", Uint8Array.from(colours), 3, gl.UNSIGNED_BYTE);
    this.#hiddenBuffer = bind("hidden", this.#hidden, 1, gl.UNSIGNED_BYTE);
  }

  /** @param ink colour of the edges, 0 to 1 each */
  draw({ camera, viewport, ratio, diameter, sprites }: Scene, ink: readonly number[]): void {
    const gl = this.#gl;
    this.#hidden.fill(0);
    for (const { row, opacity } of sprites) if (opacity === 1) this.#hidden[row] = 1;
    // biome-ignore lint/correctness/useHookAtTopLevel: it is WebGL's, not React's
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#hiddenBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.#hidden, gl.DYNAMIC_DRAW);
    const unit = 2 * scaleOf(camera, viewport);
    gl.uniform2f(this.#uniform("centre"), camera.x, camera.y);
    gl.uniform2f(this.#uniform("unit"), unit / viewport.width, unit / viewport.height);
    gl.uniform1f(this.#uniform("diameter"), Math.max(2, diameter * ratio));
    gl.uniform3f(this.#uniform("ink"), ink[0] ?? 0, ink[1] ?? 0, ink[2] ?? 0);
    gl.drawArrays(gl.POINTS, 0, this.#hidden.length);
  }

  #uniform(name: string): WebGLUniformLocation | null {
    return this.#gl.getUniformLocation(this.#program, name);
  }
}
