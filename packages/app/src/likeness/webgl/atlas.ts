/** A texture of equal cells, a picture in the corner of each. */
export class Atlas {
  readonly texture: WebGLTexture;
  readonly #gl: WebGL2RenderingContext;
  readonly #cell: number;
  readonly #columns: number;
  readonly #width: number;
  readonly #height: number;
  /** Width and height of the picture in each cell. */
  readonly #sizes = new Map<number, [number, number]>();

  /** @param cell side of a cell in pixels */
  constructor(gl: WebGL2RenderingContext, cell: number, cells: number) {
    this.#gl = gl;
    this.#cell = cell;
    this.#columns = 2 ** Math.ceil(Math.log2(cells) / 2);
    this.#width = this.#columns * cell;
    this.#height = Math.ceil(cells / this.#columns) * cell;
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, this.#width, this.#height);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  }

  set(slot: number, picture: ImageBitmap | ImageData): void {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    const [left, top] = this.#corner(slot);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    this.#sizes.set(slot, [picture.width, picture.height]);
  }

  /** Where a picture is in the texture: left, top, width and height, 0 to 1; half a pixel inside its edges. */
  part(slot: number): [left: number, top: number, width: number, height: number] {
    const [left, top] = this.#corner(slot);
    const [width, height] = this.#sizes.get(slot) ?? [1, 1];
    return [
      (left + 0.5) / this.#width,
      (top + 0.5) / this.#height,
      (width - 1) / this.#width,
      (height - 1) / this.#height,
    ];
  }

  #corner(slot: number): [number, number] {
    const column = slot % this.#columns;
    return [column * this.#cell, ((slot - column) / this.#columns) * this.#cell];
  }
}
