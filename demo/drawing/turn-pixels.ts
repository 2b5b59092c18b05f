/** Pixels, 8-bit red, green, blue. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Stores an upright picture as a camera with this EXIF orientation (1 to 8) would. */
export function turnPixels(upright: Pixels, orientation: number): Pixels {
  if (orientation === 1) return upright;
  const swapped = orientation >= 5;
  const width = swapped ? upright.height : upright.width;
  const height = swapped ? upright.width : upright.height;
  const data = Buffer.allocUnsafe(upright.data.length);
  // Where EXIF puts the stored first row and first column: 3 and 4 the bottom, 2 and 3 the right, and so on.
  const right = [2, 3, 6, 7].includes(orientation);
  const bottom = [3, 4, 7, 8].includes(orientation);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      const [a, b] = swapped ? [y, x] : [x, y];
      const ux = right ? upright.width - 1 - a : a;
      const uy = bottom ? upright.height - 1 - b : b;
      const from = (uy * upright.width + ux) * 3;
      for (let c = 0; c < 3; c++) data[to + c] = upright.data[from + c] as number;
    }
  }
  return { data, width, height };
}
