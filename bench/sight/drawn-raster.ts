/** A picture with something of every size in it: `width * height * 3` bytes. */
export function drawnRaster(width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rgb[at++] = (x * y) >> 9;
      rgb[at++] = (x ^ y) >> 2;
      rgb[at++] = (x * 7 + y * 3) >> 5;
    }
  }
  return rgb;
}
