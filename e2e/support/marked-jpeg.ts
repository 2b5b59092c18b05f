/** A field of EXIF: its tag, and a text, bytes, or fractions. */
type Field = [tag: number, value: string | Buffer | [number, number][]];

/** What a JPEG is to carry besides its picture. */
export interface Metadata {
  /** EXIF's directories. */
  image?: Field[];
  photo?: Field[];
  gps?: Field[];
  /** A JPEG within EXIF. */
  thumbnail?: Buffer;
  iptc?: [dataset: number, text: string][];
  /** Properties of one XMP description, as XML. */
  xmp?: string;
  comment?: string;
  /** Behind the end of the picture, where phones put films. */
  trailer?: string;
}

/** Adds metadata to a JPEG in front of all that it has. */
export function markedJpeg(jpeg: Buffer, metadata: Metadata): Buffer {
  const { iptc, xmp, comment, trailer } = metadata;
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.from("Exif\0\0"), tiff(metadata)),
    ...(xmp ? [segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0"), packet(xmp))] : []),
    ...(iptc ? [segment(0xed, photoshopBlock(iptc))] : []),
    ...(comment ? [segment(0xfe, Buffer.from(comment))] : []),
    jpeg.subarray(2),
    Buffer.from(trailer ?? ""),
  ]);
}

/** An XMP packet with these properties; also the content of a sidecar. */
export function packet(properties: string): Buffer {
  return Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`);
}

function segment(marker: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function tiff({ image = [], photo = [], gps = [], thumbnail }: Metadata): Buffer {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const parts = (at: number[]) => {
    const [photoAt = 0, gpsAt = 0, nextAt = 0, thumbnailAt = 0] = at;
    return [
      directory(
        [...image, [0x8769, long(photoAt)], [0x8825, long(gpsAt)]],
        8,
        thumbnail ? nextAt : 0,
      ),
      directory(photo, photoAt, 0),
      directory(gps, gpsAt, 0),
      directory(
        [
          [0x201, long(thumbnailAt)],
          [0x202, long(thumbnail?.length ?? 0)],
        ],
        nextAt,
        0,
      ),
      thumbnail ?? Buffer.alloc(0),
    ];
  };
  let end = header.length;
  const ends = parts([]).map((part) => (end += part.length));
  return Buffer.concat([header, ...parts(ends)]);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Pointers and lengths are the bytes of four that are not of the type "undefined". */
const LONGS = new Set([0x8769, 0x8825, 0x201, 0x202]);

function directory(fields: readonly Field[], at: number, next: number): Buffer {
  const head = Buffer.alloc(2 + 12 * fields.length + 4);
  head.writeUInt16LE(fields.length);
  head.writeUInt32LE(next, head.length - 4);
  const values: Buffer[] = [];
  let end = at + head.length;
  for (const [index, [tag, value]] of fields.entries()) {
    const start = 2 + 12 * index;
    const { type, count, bytes } = encoded(tag, value);
    head.writeUInt16LE(tag, start);
    head.writeUInt16LE(type, start + 2);
    head.writeUInt32LE(count, start + 4);
    if (bytes.length <= 4) bytes.copy(head, start + 8);
    else {
      head.writeUInt32LE(end, start + 8);
      values.push(bytes);
      end += bytes.length;
    }
  }
  return Buffer.concat([head, ...values]);
}

function encoded(tag: number, value: Field[1]): { type: number; count: number; bytes: Buffer } {
  if (typeof value === "string") {
    const bytes = Buffer.from(`${value}\0`);
    return { type: 2, count: bytes.length, bytes };
  }
  if (Buffer.isBuffer(value)) {
    return LONGS.has(tag)
      ? { type: 4, count: 1, bytes: value }
      : { type: 7, count: value.length, bytes: value };
  }
  return {
    type: 5,
    count: value.length,
    bytes: Buffer.from(Uint32Array.from(value.flat()).buffer),
  };
}

/** IPTC's record 2 within Photoshop's block of resources. */
function photoshopBlock(datasets: readonly [number, string][]): Buffer {
  const records = datasets.map(([dataset, text]) => {
    const content = Buffer.from(text);
    const head = Buffer.from([0x1c, 2, dataset, 0, 0]);
    head.writeUInt16BE(content.length, 3);
    return Buffer.concat([head, content]);
  });
  const content = Buffer.concat(records);
  const head = Buffer.from([0x38, 0x42, 0x49, 0x4d, 0x04, 0x04, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 8);
  return Buffer.concat([
    Buffer.from("Photoshop 3.0\0"),
    head,
    content,
    Buffer.alloc(content.length % 2),
  ]);
}
