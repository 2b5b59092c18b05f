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
  const { width, height, pixels } = film;
  const out = new Float32Array(4);
  for (let y = y0; y < y1; y++) {
    for (let x = 0; x < width; x++) {
      out[3] = 1;
      shader((x + 0.5) / height, (y + 0.5) / height, out);
      const opacity = out[3] as number;
      if (opacity <= 0) continue;
      const to = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const before = pixels[to + c] as number;
        pixels[to + c] = before + ((out[c] as number) - before) * opacity;
      }
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
      const to = (j * columns + i) * 4;
      for (let c = 0; c < 4; c++) grid[to + c] = out[c] as number;
    }
  }
  const line = new Float32Array(columns * 4);
  for (let y = y0; y < y1; y++) {
    const j = Math.floor((y - y0) / step);
    const fy = (y - y0) / step - j;
    const upper = j * columns * 4;
    for (let k = 0; k < line.length; k++) {
      const a = grid[upper + k] as number;
      line[k] = a + ((grid[upper + line.length + k] as number) - a) * fy;
    }
    blendLine(film, y, line, step);
  }
}

/** Stretches a line of red, green, blue, opacity over a row. */
function blendLine(film: Film, y: number, line: Float32Array, step: number): void {
  const { width, pixels } = film;
  for (let x = 0, to = y * width * 3; x < width; x++, to += 3) {
    const i = Math.floor(x / step);
    const f = x / step - i;
    const at = i * 4;
    const opacity = (line[at + 3] as number) * (1 - f) + (line[at + 7] as number) * f;
    if (opacity <= 0) continue;
    for (let c = 0; c < 3; c++) {
      const colour = (line[at + c] as number) * (1 - f) + (line[at + 4 + c] as number) * f;
      const before = pixels[to + c] as number;
      pixels[to + c] = before + (colour - before) * opacity;
    }
  }
}
