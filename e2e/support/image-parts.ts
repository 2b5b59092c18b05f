/** Markers of JPEG that have no length. */
const ALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8]);

/** The segments of a JPEG in order as hexadecimal markers, with their lengths; then how many bytes follow its end. */
export function jpegSegments(jpeg: Buffer): { marker: string; length: number }[] {
  const segments: { marker: string; length: number }[] = [];
  let at = 0;
  while (at < jpeg.length) {
    if (jpeg[at] !== 0xff) throw new Error(`there is no marker at ${at}`);
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xd9) {
      segments.push({ marker: "d9", length: jpeg.length - at - 2 });
      return segments;
    }
    const length = ALONE.has(marker) ? 0 : jpeg.readUInt16BE(at + 2);
    segments.push({ marker: marker.toString(16), length });
    at += 2 + length;
    // Behind the start of a scan come its bytes, up to the next marker that is no part of them.
    if (marker === 0xda) at = endOfScan(jpeg, at);
  }
  throw new Error("the JPEG has no end");
}

function endOfScan(jpeg: Buffer, start: number): number {
  for (let at = start; at < jpeg.length; at++) {
    const next = jpeg[at + 1] ?? 0;
    if (jpeg[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}

/** The types of a PNG's chunks in order. */
export function pngChunks(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    types.push(png.toString("latin1", at + 4, at + 8));
  }
  return types;
}
