/** The picture while it is drawn: rows of red, green, blue, 0 to 1, lights above 1. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** Length width x height x 3. */
  readonly pixels: Float32Array;
}

/** An empty (black) film. */
export function createFilm(width: number, height: number): Film {
  return { width, height, pixels: new Float32Array(width * height * 3) };
}

/**
 * Computes a pixel: writes red, green, blue and opacity to `out`, which holds opacity 1 on entry.
 * `x` and `y` are in units of the picture's height, from the top left corner.
 */
export type Shader = (x: number, y: number, out: Float32Array) => void;

/** Which rows to paint, as parts of the height, and how coarsely. */
export interface ShadeOptions {
  top?: number;
  bottom?: number;
  /** Soft things are computed at every n-th pixel and interpolated. Default 1. */
  step?: number;
}

/** Paints every pixel of the rows by a shader, over what is there. */
export function shade(film: Film, shader: Shader, options: ShadeOptions = {}): void {
  const { top = 0, bottom = 1, step = 1 } = options;
  const y0 = Math.max(0, Math.floor(top * film.height));
  const y1 = Math.min(film.height, Math.ceil(bottom * film.height));
  if (step > 1) shadeCoarsely(film, shader, y0, y1, step);
  else shadeFully(film, shader, y0, y1);
}

function shadeFully(film: Film, shader: Shader, y0: number, y1: number): void {
  const { width, height } = film;
  const out = new Float32Array(4);
  for (let y = y0; y < y1; y++) {
    for (let x = 0; x < width; x++) {
      out[3] = 1;
      shader((x + 0.5) / height, (y + 0.5) / height, out);
      blendPixel(film, y * width + x, out, 0, out[3] as number);
    }
  }
}

function shadeCoarsely(film: Film, shader: Shader, y0: number, y1: number, step: number): void {
  const { width, height } = film;
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil((y1 - y0) / step) + 1;
  const grid = new Float32Array(columns * rows * 4);
  const out = new Float32Array(4);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      out[3] = 1;
      shader((i * step + 0.5) / height, (y0 + j * step + 0.5) / height, out);
      grid.set(out, (j * columns + i) * 4);
    }
  }
  for (let y = y0; y < y1; y++) {
    const j = Math.floor((y - y0) / step);
    const fy = (y - y0) / step - j;
    for (let x = 0; x < width; x++) {
      const i = Math.floor(x / step);
      const fx = x / step - i;
      const at = (j * columns + i) * 4;
      for (let c = 0; c < 4; c++) {
        const a = grid[at + c] as number;
        const b = grid[at + 4 + c] as number;
        const d = grid[at + columns * 4 + c] as number;
        const e = grid[at + columns * 4 + 4 + c] as number;
        const upper = a + (b - a) * fx;
        out[c] = upper + (d + (e - d) * fx - upper) * fy;
      }
      blendPixel(film, y * width + x, out, 0, out[3] as number);
    }
  }
}

/** Lays three values of `source` over a pixel. */
export function blendPixel(
  film: Film,
  pixel: number,
  source: Float32Array,
  at: number,
  opacity: number,
): void {
  if (opacity <= 0) return;
  const { pixels } = film;
  const to = pixel * 3;
  const keep = 1 - opacity;
  pixels[to] = (pixels[to] as number) * keep + (source[at] as number) * opacity;
  pixels[to + 1] = (pixels[to + 1] as number) * keep + (source[at + 1] as number) * opacity;
  pixels[to + 2] = (pixels[to + 2] as number) * keep + (source[at + 2] as number) * opacity;
}
