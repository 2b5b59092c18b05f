import type { BmpHeader } from "./bmp-header.js";

/**
 * Unpacks the pixels of a bitmap that is compressed by run lengths (`BI_RLE8`, `BI_RLE4`).
 * @param data from the first pixel on
 * @returns a palette index a pixel, rows in the file's order; what the file leaves out is 0
 */
export function unpackRunLengths(
  data: Uint8Array,
  { width, height, compression }: BmpHeader,
): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const isNibbles = compression === "rle4";
  let x = 0;
  let y = 0;
  const put = (value: number) => {
    if (x < width && y < height) pixels[y * width + x] = value;
    x++;
  };
  const nibble = (byte: number, index: number) => (index % 2 === 0 ? byte >> 4 : byte & 15);
  for (let at = 0; at + 1 < data.length && y < height; ) {
    const count = data[at] ?? 0;
    const value = data[at + 1] ?? 0;
    at += 2;
    if (count > 0) {
      for (let i = 0; i < count; i++) put(isNibbles ? nibble(value, i) : value);
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += data[at] ?? 0;
      y += data[at + 1] ?? 0;
      at += 2;
    } else {
      const bytes = isNibbles ? Math.ceil(value / 2) : value;
      for (let i = 0; i < value; i++) {
        put(isNibbles ? nibble(data[at + (i >> 1)] ?? 0, i) : (data[at + i] ?? 0));
      }
      // Such stretches end at even bytes.
      at += bytes + (bytes % 2);
    }
  }
  return pixels;
}
