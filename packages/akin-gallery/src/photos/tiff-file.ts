/** A field of a TIFF file's directory: tag, type (3: 16 bits, 4: 32 bits, 7: bytes), count, and value or offset. */
type Field = [tag: number, type: number, count: number, value: number];

const SHORT = 3;
const LONG = 4;
const BYTES = 7;

interface TiffPicture {
  width: number;
  height: number;
  /** Of the pixels; sRGB without. */
  icc?: Uint8Array | undefined;
  /** Red, green and blue; with alpha by default. */
  channels?: 3 | 4;
}

/**
 * A TIFF file of pixels as they are: how to hand them to sharp together with their colour profile.
 * @param pixels 8 bits a channel, row after row
 */
export function tiffFile(
  pixels: Uint8Array,
  { width, height, icc, channels = 4 }: TiffPicture,
): Uint8Array {
  const bits = Buffer.alloc(2 * channels, Buffer.from([8, 0]));
  const profile = icc ?? new Uint8Array();
  const bitsAt = 8;
  const profileAt = bitsAt + bits.length;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  const directoryAt = pixelsAt + pixels.length;
  const fields: Field[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, bitsAt],
    // Not compressed, RGB.
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, pixels.length],
  ];
  // The fourth is alpha, not multiplied with the others.
  if (channels === 4) fields.push([338, SHORT, 1, 2]);
  if (profile.length > 0) fields.push([34675, BYTES, profile.length, profileAt]);
  const file = Buffer.alloc(directoryAt + 2 + 12 * fields.length + 4);
  file.write("II*\0", "latin1");
  file.writeUInt32LE(directoryAt, 4);
  file.set(bits, bitsAt);
  file.set(profile, profileAt);
  file.set(pixels, pixelsAt);
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
