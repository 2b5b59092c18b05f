import { PhotoError } from "./photo-error.js";

/** What the beginning of a Windows or OS/2 bitmap says. */
export interface BmpHeader {
  width: number;
  height: number;
  /** Rows from top to bottom, which is unusual. */
  isTopDown: boolean;
  bits: number;
  compression: "none" | "rle8" | "rle4" | "embedded";
  /** Red, green, blue and alpha within a pixel of 16 or 32 bits; alpha 0 where there is none. */
  masks: readonly [number, number, number, number];
  /** Red, green, blue of each colour. */
  palette: readonly (readonly [number, number, number])[];
  pixelsAt: number;
}

const FILE_HEADER = 14;
const CORE_HEADER = 12;

/** Of `BI_RGB`, `BI_RLE8`, `BI_RLE4`, `BI_BITFIELDS`, `BI_JPEG`, `BI_PNG`, `BI_ALPHABITFIELDS`. */
const COMPRESSIONS = ["none", "rle8", "rle4", "none", "embedded", "embedded", "none"] as const;

/** More is no picture that was ever taken. */
const MOST_PIXELS = 0x3fff ** 2;

/** @throws PhotoError BROKEN_IMAGE */
export function bmpHeader(file: Buffer): BmpHeader {
  if (file.length < FILE_HEADER + CORE_HEADER) throw brokenBmp("the file is incomplete");
  const size = file.readUInt32LE(FILE_HEADER);
  if (file.length < FILE_HEADER + size) throw brokenBmp("the file is incomplete");
  return size === CORE_HEADER ? coreHeader(file) : infoHeader(file, size);
}

export function brokenBmp(reason: string): PhotoError {
  return new PhotoError("BROKEN_IMAGE", `can't be decoded: ${reason}`);
}

/** OS/2's. */
function coreHeader(file: Buffer): BmpHeader {
  const bits = file.readUInt16LE(24);
  const colours = bits <= 8 ? 2 ** bits : 0;
  const start = FILE_HEADER + CORE_HEADER;
  return checked({
    width: file.readUInt16LE(18),
    height: file.readUInt16LE(20),
    isTopDown: false,
    bits,
    compression: "none",
    masks: defaultMasks(bits),
    palette: readPalette(file, { start, colours, step: 3 }),
    pixelsAt: file.readUInt32LE(10),
  });
}

function infoHeader(file: Buffer, size: number): BmpHeader {
  // OS/2's later headers may end early.
  const field = (at: number) => (at + 4 <= FILE_HEADER + size ? file.readUInt32LE(at) : 0);
  const height = file.readInt32LE(22);
  const bits = file.readUInt16LE(28);
  const method = field(30);
  const compression = COMPRESSIONS[method];
  if (!compression) throw brokenBmp("its kind of compression is not supported");
  const hasMasks = method === 3 || method === 6;
  const count = method === 6 || size >= 56 ? 4 : 3;
  const after = hasMasks && size < 52 ? 4 * count : 0;
  const start = FILE_HEADER + size + after;
  const colours = bits <= 8 ? Math.min(field(46) || 2 ** bits, 2 ** bits) : 0;
  return checked({
    width: file.readInt32LE(18),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    compression,
    masks: hasMasks ? readMasks(file, count) : defaultMasks(bits),
    palette: readPalette(file, { start, colours, step: 4 }),
    pixelsAt: file.readUInt32LE(10),
  });
}

function readMasks(file: Buffer, count: number): BmpHeader["masks"] {
  const at = FILE_HEADER + 40;
  const mask = (index: number) =>
    index < count && at + 4 * index + 4 <= file.length ? file.readUInt32LE(at + 4 * index) : 0;
  return [mask(0), mask(1), mask(2), mask(3)];
}

function defaultMasks(bits: number): BmpHeader["masks"] {
  return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
}

function readPalette(
  file: Buffer,
  { start, colours, step }: { start: number; colours: number; step: number },
): BmpHeader["palette"] {
  return Array.from({ length: colours }, (_, index) => {
    const at = start + step * index;
    if (at + 3 > file.length) return [0, 0, 0] as const;
    return [file.readUInt8(at + 2), file.readUInt8(at + 1), file.readUInt8(at)] as const;
  });
}

function checked(header: BmpHeader): BmpHeader {
  const { width, height, bits, compression } = header;
  if (width <= 0 || height <= 0) throw brokenBmp("it has no pixels");
  if (width * height > MOST_PIXELS) {
    throw new PhotoError(
      "TOO_LARGE",
      `has ${width} x ${height} pixels; at most 268 megapixels are read`,
    );
  }
  const isKnown = [1, 2, 4, 8, 16, 24, 32].includes(bits) || compression === "embedded";
  if (!isKnown) throw brokenBmp(`it has ${bits} bits a pixel, which no bitmap has`);
  return header;
}
