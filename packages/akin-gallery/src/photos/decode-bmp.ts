import { type BmpHeader, bmpHeader, brokenBmp } from "./bmp-header.js";
import { unpackRunLengths } from "./bmp-run-lengths.js";
import { tiffFile } from "./tiff-file.js";

/**
 * Decodes a Windows or OS/2 bitmap, which sharp can't.
 * @returns a TIFF file with its pixels, or the JPEG or PNG file that it holds
 * @throws PhotoError BROKEN_IMAGE or TOO_LARGE
 */
export function decodeBmp(content: Uint8Array): Uint8Array {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const header = bmpHeader(file);
  const data = file.subarray(header.pixelsAt);
  if (header.compression === "embedded") return data;
  const rgba = header.bits > 8 ? directPixels(data, header) : palettePixels(data, header);
  return tiffFile(rgba, header);
}

/** Rows are padded to four bytes. */
function rowLength({ width, bits }: BmpHeader): number {
  return 4 * Math.ceil((width * bits) / 32);
}

function fileRow({ height, isTopDown }: BmpHeader, y: number): number {
  return isTopDown ? y : height - 1 - y;
}

function palettePixels(data: Buffer, header: BmpHeader): Uint8Array {
  const { width, height, bits, palette, compression } = header;
  const runs = compression === "none" ? undefined : unpackRunLengths(data, header);
  const length = rowLength(header);
  if (!runs && data.length < length * (height - 1) + Math.ceil((width * bits) / 8)) {
    throw brokenBmp("the file is incomplete");
  }
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0; y < height; y++) {
    const row = fileRow(header, y);
    for (let x = 0; x < width; x++) {
      const colour =
        palette[runs ? (runs[row * width + x] ?? 0) : bitsAt(data, row * length, x, bits)];
      // Beyond the palette is black, as viewers show it.
      rgba.set(colour ?? [0, 0, 0], 4 * (y * width + x));
    }
  }
  return rgba;
}

function bitsAt(data: Buffer, row: number, x: number, bits: number): number {
  const bit = x * bits;
  const byte = data[row + (bit >> 3)] ?? 0;
  return (byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
}

function directPixels(data: Buffer, header: BmpHeader): Uint8Array {
  const { width, height, bits, masks } = header;
  const bytes = bits / 8;
  const length = rowLength(header);
  if (data.length < length * (height - 1) + width * bytes)
    throw brokenBmp("the file is incomplete");
  const channels = masks.map(channelOf);
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const row = fileRow(header, y) * length;
    for (let x = 0; x < width; x++) {
      const pixel = data.readUIntLE(row + x * bytes, bytes);
      const at = 4 * (y * width + x);
      for (let c = 0; c < 4; c++) rgba[at + c] = channels[c]?.(pixel) ?? 255;
    }
  }
  return rgba;
}

/** Reads one channel out of a pixel, 0 to 255; a channel that isn't there is full. */
function channelOf(mask: number, channel: number): (pixel: number) => number {
  if (mask === 0) return () => (channel === 3 ? 255 : 0);
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((255 * ((pixel & mask) >>> shift)) / most);
}
