/** A field of a TIFF file's directory: tag, type (3: 16 bits, 4: 32 bits, 7: bytes), count, and value or offset. */
type Field = [tag: number, type: number, count: number, value: number];

const SHORT = 3;
const LONG = 4;
const BYTES = 7;

/**
 * A TIFF file of pixels as they are: how to hand them to sharp together with their colour profile.
 * @param rgba red, green, blue and alpha, 8 bits each, row after row
 * @param icc of the pixels; sRGB without
 */
export function tiffFile(
  rgba: Uint8Array,
  { width, height, icc }: { width: number; height: number; icc?: Uint8Array | undefined },
): Uint8Array {
  const bits = Buffer.alloc(8, Buffer.from([8, 0]));
  const profile = icc ?? new Uint8Array();
  const bitsAt = 8;
  const profileAt = bitsAt + bits.length;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  const directoryAt = pixelsAt + rgba.length;
  const fields: Field[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, bitsAt],
    // Not compressed, RGB.
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, rgba.length],
    // The fourth is alpha, not multiplied with the others.
    [338, SHORT, 1, 2],
  ];
  if (profile.length > 0) fields.push([34675, BYTES, profile.length, profileAt]);
  const file = Buffer.alloc(directoryAt + 2 + 12 * fields.length + 4);
  file.write("II*\0", "latin1");
  file.writeUInt32LE(directoryAt, 4);
  file.set(bits, bitsAt);
  file.set(profile, profileAt);
  file.set(rgba, pixelsAt);
  writeDirectory(file, directoryAt, fields);
  return file;
}

function writeDirectory(file: Buffer, start: number, fields: readonly Field[]): void {
  file.writeUInt16LE(fields.length, start);
  for (const [index, [tag, type, count, value]] of fields.entries()) {
    const at = start + 2 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  }
}
