import ExifReader from "exifreader";

/** One group of tags by name, as exifreader gives them: nothing about their values is sure. */
export type TagGroup = Readonly<Record<string, unknown>>;

/** The three kinds of metadata that photos carry. */
export interface RawTags {
  exif: TagGroup;
  iptc: TagGroup;
  xmp: TagGroup;
}

/** What is read of EXIF. Named, because maker notes alone can be megabytes, each byte an element of an array. */
const EXIF_TAGS = [
  ...["Make", "Model", "LensModel", "Software", "Orientation"],
  ...["ExposureTime", "FNumber", "ISOSpeedRatings", "RecommendedExposureIndex", "ISOSpeed"],
  ...["ExposureBiasValue", "Flash", "WhiteBalance", "FocalLength", "FocalLengthIn35mmFilm"],
  ...["DateTimeOriginal", "SubSecTimeOriginal", "OffsetTimeOriginal"],
  ...["DateTimeDigitized", "SubSecTimeDigitized", "OffsetTimeDigitized"],
  ...["ImageDescription", "UserComment", "XPTitle", "XPComment", "XPKeywords"],
  ...["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef"],
  ...["GPSAltitude", "GPSAltitudeRef", "GPSImgDirection"],
];

/**
 * @param file content of an image file
 * @returns all that can be read of it: of a broken or unknown file, or one without metadata, empty groups
 */
export function readRawTags(file: Uint8Array): RawTags {
  const none = {};
  try {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const includeTags = { exif: EXIF_TAGS, iptc: true, xmp: true } as const;
    const options = { expanded: true, includeTags } as const;
    const { exif, iptc, xmp } = withoutWarnings(() => ExifReader.loadView(view, options));
    return { exif: { ...exif }, iptc: { ...iptc }, xmp: { ...xmp } };
  } catch {
    // exifreader throws for formats it doesn't know and for files cut off within their headers; each group's own damage
    // it skips. A photo without metadata is a photo still, and whether it can be decoded is decided elsewhere.
    return { exif: none, iptc: none, xmp: none };
  }
}

/** exifreader writes to the console what it thinks of some files; nothing here may write but the command line. */
function withoutWarnings<T>(work: () => T): T {
  const warn = console.warn;
  console.warn = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
