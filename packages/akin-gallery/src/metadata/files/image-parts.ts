import { boxesOf, boxOf, majorBrand } from "./boxes.js";
import { compressedPngXmp } from "./png-xmp.js";

/** Parts of a file that carry metadata in forms that are read by themselves: a JPEG, TIFF directories, XMP. */
export interface ImageParts {
  images: Uint8Array[];
  xmp: Uint8Array[];
}

const FUJIFILM = "FUJIFILMCCD-RAW ";

/** Canon's boxes for its directories, and Adobe's for XMP (lclevy/canon_cr3). */
const CANON = "85c0b687820f11e08111f4ce462b6a48";
const XMP = "be7acfcb97a942e89c71999491e3afac";

/** The directories of a CR3 file, and by which tag a TIFF file would point at each. */
const CANON_DIRECTORIES = [
  ["CMT1", undefined],
  ["CMT2", 0x8769],
  ["CMT4", 0x8825],
] as const;

/** @returns the file itself for most; of RAW files with forms of their own what is in a common one */
export function imageParts(file: Uint8Array): ImageParts {
  if (Buffer.from(file.subarray(0, 16)).toString("latin1") === FUJIFILM) {
    return { images: [fujifilmJpeg(file)], xmp: [] };
  }
  if (majorBrand(file) === "crx ") return canonParts(file);
  return { images: [isNearlyTiff(file) ? asTiff(file) : file], xmp: compressedPngXmp(file) };
}

function fujifilmJpeg(file: Uint8Array): Uint8Array {
  if (file.length < 92) return new Uint8Array();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = view.getUint32(84);
  return file.subarray(start, start + view.getUint32(88));
}

/** Olympus and Panasonic write TIFF with another number than 42 at its beginning. */
function isNearlyTiff(file: Uint8Array): boolean {
  const start = Buffer.from(file.subarray(0, 4)).toString("latin1");
  return ["IIRO", "IIRS", "MMOR", "IIU\0"].includes(start);
}

function asTiff(file: Uint8Array): Uint8Array {
  const tiff = Uint8Array.from(file);
  tiff.set(tiff[0] === 0x4d ? [0, 42] : [42, 0], 2);
  return tiff;
}

function canonParts(file: Uint8Array): ImageParts {
  const own = uuidBox(boxOf(file, "moov"), CANON);
  const images = CANON_DIRECTORIES.flatMap(([type, tag]) => {
    const directory = boxOf(own, type);
    if (!directory) return [];
    return [tag === undefined ? directory : withPointer(directory, tag)];
  });
  const xmp = uuidBox(file, XMP);
  return { images, xmp: xmp ? [xmp] : [] };
}

function uuidBox(bytes: Uint8Array | undefined, id: string): Uint8Array | undefined {
  for (const { type, content } of boxesOf(bytes ?? new Uint8Array())) {
    const isIt = type === "uuid" && Buffer.from(content.subarray(0, 16)).toString("hex") === id;
    if (isIt) return content.subarray(16);
  }
  return undefined;
}

/** A TIFF file whose only directory becomes the one that a tag of a new first directory points at. */
function withPointer(tiff: Uint8Array, tag: number): Uint8Array {
  if (tiff.length < 8) return tiff;
  const whole = new Uint8Array(tiff.length + 18);
  whole.set(tiff);
  const view = new DataView(whole.buffer);
  const isLittle = whole[0] === 0x49;
  const directory = view.getUint32(4, isLittle);
  view.setUint32(4, tiff.length, isLittle);
  view.setUint16(tiff.length, 1, isLittle);
  view.setUint16(tiff.length + 2, tag, isLittle);
  view.setUint16(tiff.length + 4, 4, isLittle);
  view.setUint32(tiff.length + 6, 1, isLittle);
  view.setUint32(tiff.length + 10, directory, isLittle);
  return whole;
}
