/** A JPEG file within another file. */
interface EmbeddedJpeg {
  start: number;
  width: number;
  height: number;
  hasExif: boolean;
}

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);
const EXIF = "Exif\0\0";

/** A picture within a RAW file. */
export interface RawPreview {
  /** A JPEG file that says how to turn it, as the raw file does. */
  jpeg: Uint8Array;
  /** As it is stored, in pixels. */
  width: number;
  height: number;
}

/**
 * The picture that a camera puts into its raw files to be shown: the largest JPEG file in it that a browser could show.
 * There is no library for all of them that is kept up, and each maker puts it somewhere else; but all put it there whole.
 *
 * @param file content of a raw file of any maker
 * @returns undefined if there is none
 */
export function rawPreview(file: Uint8Array): RawPreview | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const [largest] = embeddedJpegs(bytes).sort((a, b) => b.width * b.height - a.width * a.height);
  if (!largest) return undefined;
  const { start, width, height, hasExif } = largest;
  const jpeg = bytes.subarray(start);
  return { jpeg: hasExif ? jpeg : withOrientation(jpeg, orientationOf(bytes)), width, height };
}

function embeddedJpegs(bytes: Buffer): EmbeddedJpeg[] {
  const found: EmbeddedJpeg[] = [];
  let start = bytes.indexOf(START_OF_IMAGE);
  while (start >= 0) {
    const jpeg = readHeader(bytes, start);
    if (jpeg) found.push(jpeg);
    start = bytes.indexOf(START_OF_IMAGE, start + 2);
  }
  return found;
}

/** Follows the segments to the one with the size; null if it is no JPEG, or one of raw pixels (lossless, 12 or 16 bits). */
function readHeader(bytes: Buffer, start: number): EmbeddedJpeg | null {
  let hasExif = false;
  let at = start + 2;
  while (at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const length = bytes.readUInt16BE(at + 2);
    if (marker >= 0xc0 && marker <= 0xc2) {
      const height = bytes.readUInt16BE(at + 5);
      const width = bytes.readUInt16BE(at + 7);
      return bytes[at + 4] === 8 && width > 0 && height > 0
        ? { start, width, height, hasExif }
        : null;
    }
    const isSegment = (marker >= 0xe0 && marker <= 0xef) || marker === 0xdb || marker === 0xc4;
    if ((!isSegment && marker !== 0xfe && marker !== 0xdd) || length < 2) return null;
    hasExif ||= marker === 0xe1 && bytes.toString("latin1", at + 4, at + 10) === EXIF;
    at += 2 + length;
  }
  return null;
}

/** EXIF's orientation of the whole file, 1 to 8; 1 where it says none. */
function orientationOf(bytes: Buffer): number {
  // Canon's CR3 has boxes, one of which holds what others begin with.
  const box = bytes.toString("latin1", 4, 8) === "ftyp" ? bytes.indexOf("CMT1") : -4;
  return box === -1 ? 1 : orientationOfTiff(bytes.subarray(box + 4));
}

function orientationOfTiff(tiff: Buffer): number {
  if (tiff.length < 16) return 1;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = short(directory);
  for (let at = directory + 2, i = 0; i < entries && at + 12 <= tiff.length; i++, at += 12) {
    if (short(at) !== ORIENTATION_TAG) continue;
    const orientation = short(at + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

const ORIENTATION_TAG = 0x0112;

/** The JPEG file with an EXIF segment before its others, of which an orientation is all. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.from(
    "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0",
    "latin1",
  );
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, Buffer.from(EXIF, "latin1"), tiff, jpeg.subarray(2)]);
}
