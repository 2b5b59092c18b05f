import { brotliDecompressSync, inflateSync } from "node:zlib";
import ExifReader from "exifreader";
import type { Notes } from "../notes.js";

/** One group of tags by name, as exifreader gives them: nothing about their values is sure. */
export type TagGroup = Readonly<Record<string, unknown>>;

/** What exifreader finds in an image file. */
export interface ImageTags {
  exif: TagGroup;
  iptc: TagGroup;
  /** Packets of XMP, not yet read. */
  xmp: string[];
}

/** What exifreader puts for a value that lies outside of the file. */
export const FAULTY = "<faulty value>";

/** What is read of EXIF. Named, because maker notes alone can be megabytes, each byte an element of an array. */
const EXIF_TAGS = [
  ...["Make", "Model", "LensModel", "Software", "Orientation"],
  ...["ExposureTime", "FNumber", "ISOSpeedRatings", "RecommendedExposureIndex", "ISOSpeed"],
  ...["ExposureBiasValue", "Flash", "WhiteBalance", "FocalLength", "FocalLengthIn35mmFilm"],
  ...["DateTimeOriginal", "SubSecTimeOriginal", "OffsetTimeOriginal"],
  ...["DateTimeDigitized", "SubSecTimeDigitized", "OffsetTimeDigitized"],
  ...["ImageDescription", "UserComment", "XPTitle", "XPComment", "XPKeywords"],
  ...["Rating", "RatingPercent", "Artist", "Copyright", "XPAuthor"],
  ...["BodySerialNumber", "CameraSerialNumber", "LensSerialNumber", "CameraOwnerName"],
  ...["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef"],
  ...["GPSAltitude", "GPSAltitudeRef", "GPSImgDirection", "GPSDateStamp", "GPSTimeStamp"],
];

/** Compressed metadata becomes no larger than this. */
export const MOST_DECOMPRESSED = 16 * 2 ** 20;

/** Behind more ends than any program writes, exifreader's search for the last one takes for ever. */
const MOST_PACKETS = 200;
const PACKET_END = '<?xpacket end="';

const NONE: ImageTags = { exif: {}, iptc: {}, xmp: [] };

/**
 * @param file content of an image file
 * @returns all that can be read of it: of a broken or unknown file, or one without metadata, empty groups
 */
export async function readImageTags(file: Uint8Array, notes: Notes): Promise<ImageTags> {
  const xmp: string[] = [];
  try {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const isHarmless = hasFewPackets(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    if (!isHarmless) notes.add("XMP: left out, because there is too much of it");
    const tags = await withoutWarnings(() =>
      ExifReader.loadView(view, {
        expanded: true,
        async: true,
        includeTags: { exif: EXIF_TAGS, iptc: true, ...(isHarmless && { xmp: true as const }) },
        domParser: packetCollector(xmp),
        decompress: { maxDecompressedSize: MOST_DECOMPRESSED, deflate: inflate, brotli },
      }),
    );
    return { exif: { ...tags.exif }, iptc: { ...tags.iptc }, xmp };
  } catch (error) {
    // exifreader throws for formats it doesn't know and for files cut off within their headers; each group's own damage
    // it skips. A photo without metadata is a photo still, and whether it can be decoded is decided elsewhere.
    const message = error instanceof Error ? error.message : String(error);
    if (!/invalid image format|no exif data/i.test(message)) notes.add("the header is damaged");
    return { ...NONE, xmp };
  }
}

/** Keeps the text of a packet, and lets exifreader believe that it holds nothing: its own reading loses namespaces. */
function packetCollector(packets: string[]) {
  return {
    parseFromString(text: string) {
      if (/^[\s\0\uFEFF]*</.test(text) || text.includes("RDF")) packets.push(text);
      return { getElementsByTagName: () => [], childNodes: [] };
    },
  };
}

function hasFewPackets(file: Buffer): boolean {
  let at = 0;
  for (let count = 0; count < MOST_PACKETS; count++) {
    at = file.indexOf(PACKET_END, at) + 1;
    if (at === 0) return true;
  }
  return false;
}

/** Asynchronous, because exifreader expects a promise that fails, and not an error. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  return inflateSync(bytes, { maxOutputLength: MOST_DECOMPRESSED });
}

async function brotli(bytes: Uint8Array): Promise<Uint8Array> {
  return brotliDecompressSync(bytes, { maxOutputLength: MOST_DECOMPRESSED });
}

/**
 * exifreader writes to the console what it thinks of some files; nothing here may write but the command line. It does so
 * before it returns.
 */
function withoutWarnings<T>(work: () => T): T {
  const warn = console.warn;
  console.warn = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
