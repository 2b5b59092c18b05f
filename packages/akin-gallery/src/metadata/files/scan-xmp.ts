const START = "<x:xmpmeta";
const END = "</x:xmpmeta>";

/** Programs write it near the beginning; further on it may be that of a picture within the picture. */
const SEARCHED = 2 ** 20;

/**
 * The packet of XMP that stands somewhere in a JPEG file whose segments are too damaged to lead there. Packets are made to be
 * found so (XMP specification, part 3, section 2).
 */
export function scanXmp(file: Uint8Array): string[] {
  if (file[0] !== 0xff || file[1] !== 0xd8) return [];
  const beginning = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, SEARCHED));
  const start = beginning.indexOf(START);
  const end = beginning.indexOf(END, start);
  return start < 0 || end < 0 ? [] : [beginning.toString("utf8", start, end + END.length)];
}
