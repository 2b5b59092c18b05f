import type { Sharp } from "sharp";

/** What documents of editors and programs are drawn of: 8 bits a channel, row after row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  channels: number;
}

/** A Photoshop document without layers: 3 for RGB, 4 for CMYK, 9 for Lab, whose numbers it keeps as they are. */
export function psdFile({ data, width, height, channels }: Pixels, mode: 3 | 4 | 9): Buffer {
  const head = Buffer.alloc(26 + 12 + 2);
  head.write("8BPS\0\x01", "latin1");
  head.writeUInt16BE(channels, 12);
  head.writeUInt32BE(height, 14);
  head.writeUInt32BE(width, 18);
  head.writeUInt16BE(8, 22);
  head.writeUInt16BE(mode, 24);
  const planes = Array.from({ length: channels }, (_, channel) =>
    Uint8Array.from(
      { length: width * height },
      (__, pixel) => data[pixel * channels + channel] ?? 0,
    ),
  );
  return Buffer.concat([head, ...planes]);
}

/** An icon of PNG files. */
export function icoFile(
  pictures: readonly { png: Buffer; width: number; height: number }[],
): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { png, width, height }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head[at] = width;
    head[at + 1] = height;
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** A GIMP document: a layer for each picture, the first on top, each at its place. */
export function xcfFile(
  size: { width: number; height: number },
  layers: readonly (Pixels & { left: number; top: number })[],
): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const numbers = (...values: number[]) => {
    const buffer = Buffer.alloc(4 * values.length);
    for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, 4 * index);
    return buffer;
  };
  // Sizes, RGB; a property that says that run lengths are compressed; the end of properties.
  const head = Buffer.concat([
    Buffer.from("gimp xcf file\0", "latin1"),
    numbers(size.width, size.height, 0),
    numbers(17, 1),
    Buffer.from([1]),
    numbers(0, 0),
  ]);
  add(head);
  const pointers = numbers(...layers.map(() => 0), 0, 0);
  add(pointers);
  for (const [index, layer] of layers.entries()) {
    pointers.writeUInt32BE(length, 4 * index);
    const { width, height, channels, left, top } = layer;
    const name = Buffer.from("layer\0");
    const properties = numbers(6, 4, 255, 8, 4, 1, 15, 8, left, top, 7, 4, 0, 0, 0);
    add(Buffer.concat([numbers(width, height, channels - 3, name.length), name, properties]));
    const hierarchy = length + 8;
    const level = hierarchy + 20;
    add(numbers(hierarchy, 0));
    add(numbers(width, height, channels, level, 0));
    // One tile, which is at most 64 x 64 pixels.
    add(numbers(width, height, level + 16, 0));
    add(runLengths(layer));
  }
  return Buffer.concat(parts);
}

/** Runs of up to 127 equal bytes, channel after channel. */
function runLengths({ data, width, height, channels }: Pixels): Buffer {
  const bytes: number[] = [];
  for (let channel = 0; channel < channels; channel++) {
    for (let pixel = 0; pixel < width * height; ) {
      const value = data[pixel * channels + channel] ?? 0;
      let run = 1;
      while (
        run < 127 &&
        pixel + run < width * height &&
        data[(pixel + run) * channels + channel] === value
      )
        run++;
      bytes.push(run - 1, value);
      pixel += run;
    }
  }
  return Buffer.from(bytes);
}

/** A Targa file, from the top down or from the bottom up. */
export function tgaFile({ data, width, height }: Pixels, isTopDown: boolean): Buffer {
  const head = Buffer.alloc(18);
  head[2] = 2;
  head.writeUInt16LE(width, 12);
  head.writeUInt16LE(height, 14);
  head[16] = 24;
  head[17] = isTopDown ? 0x20 : 0;
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.from(data.subarray(3 * width * y, 3 * width * (y + 1)));
    return row.map((__, i) => row[i - (i % 3) + 2 - (i % 3)] ?? 0);
  });
  return Buffer.concat([head, ...(isTopDown ? rows : rows.reverse())]);
}

/** A Radiance file: light, of which a picture is the curve. */
export function hdrFile({ data, width, height }: Pixels): Buffer {
  const head = Buffer.from(`#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y ${height} +X ${width}\n`);
  const pixels = Buffer.alloc(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    // 128 stands for 2 to the power of 0.
    pixels[4 * pixel + 3] = 128;
    for (let c = 0; c < 3; c++)
      pixels[4 * pixel + c] = Math.round(255 * light(data[3 * pixel + c] ?? 0));
  }
  return Buffer.concat([head, pixels]);
}

/** Undoes sRGB's curve: 0 to 255 become 0 to 1. */
function light(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/**
 * A DNG file of a sensor's values alone, without a preview: of a camera whose red, green and blue are sRGB's, before its
 * curve.
 */
export function dngFile({ data, width, height }: Pixels, orientation: number): Buffer {
  const values = Buffer.alloc(2 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Rows of red and green, then of green and blue.
      const value = data[3 * (y * width + x) + (x % 2) + (y % 2)] ?? 0;
      values.writeUInt16LE(Math.round(65535 * light(value)), 2 * (y * width + x));
    }
  }
  const matrix = [32404, -15371, -4985, -9693, 18760, 416, 556, -2040, 10572];
  return tiff([
    [254, 4, [0]],
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [16]],
    [259, 3, [1]],
    [262, 3, [32803]],
    [271, 2, [...Buffer.from("Akin\0")]],
    [272, 2, [...Buffer.from("Test\0")]],
    [273, 4, values],
    [274, 3, [orientation]],
    [277, 3, [1]],
    [278, 4, [height]],
    [279, 4, [values.length]],
    [284, 3, [1]],
    [33421, 3, [2, 2]],
    [33422, 1, [0, 1, 1, 2]],
    [50706, 1, [1, 4, 0, 0]],
    [50708, 2, [...Buffer.from("Akin Test\0")]],
    [50717, 4, [65535]],
    [50721, 10, matrix.flatMap((value) => [value, 10_000])],
    [50728, 5, [1, 1, 1, 1, 1, 1]],
    [50778, 3, [21]],
  ]);
}

/** Fields by tag, of types 1 (bytes), 2 (text), 3 (16 bits), 4 (32 bits), 5 and 10 (fractions); what is to be pointed at. */
function tiff(fields: readonly [tag: number, type: number, values: number[] | Buffer][]): Buffer {
  const start = 8 + 2 + 12 * fields.length + 4;
  const head = Buffer.alloc(start);
  head.write("II*\0\x08\0\0\0", "latin1");
  head.writeUInt16LE(fields.length, 8);
  const extra: Buffer[] = [];
  let offset = start;
  for (const [index, [tag, type, values]] of fields.entries()) {
    const isData = Buffer.isBuffer(values);
    const content = isData ? values : encoded(type, values);
    const at = 10 + 12 * index;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(
      isData ? 1 : type === 5 || type === 10 ? values.length / 2 : values.length,
      at + 4,
    );
    if (!isData && content.length <= 4) {
      content.copy(head, at + 8);
      continue;
    }
    head.writeUInt32LE(offset, at + 8);
    const padded = Buffer.concat([content, Buffer.alloc(content.length % 2)]);
    extra.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...extra]);
}

function encoded(type: number, values: readonly number[]): Buffer {
  if (type <= 2) return Buffer.from(values);
  if (type === 3) return Buffer.from(Uint16Array.from(values).buffer);
  return Buffer.from(Int32Array.from(values).buffer);
}

/** @returns the pixels of a picture as they are in memory */
export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}
