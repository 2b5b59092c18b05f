import sharp from "sharp";
import type { PhotoMetadata } from "../src/metadata/photo-metadata.js";
import { readMetadata, type Surroundings } from "../src/metadata/read-metadata.js";

/** A field of an EXIF directory: tag, type, count, and its little-endian value. */
export interface Field {
  tag: number;
  type: number;
  count: number;
  value: Buffer;
}

/** EXIF's three directories. */
export interface Exif {
  image?: Field[];
  photo?: Field[];
  gps?: Field[];
}

export function text(tag: number, value: string | Buffer): Field {
  const bytes = Buffer.concat([Buffer.from(value), Buffer.alloc(1)]);
  return { tag, type: 2, count: bytes.length, value: bytes };
}

export function short(tag: number, ...values: number[]): Field {
  const value = Buffer.from(Uint16Array.from(values).buffer);
  return { tag, type: 3, count: values.length, value };
}

export function fraction(tag: number, ...values: [number, number][]): Field {
  const value = Buffer.from(Int32Array.from(values.flat()).buffer);
  return { tag, type: 10, count: values.length, value };
}

export function bytes(tag: number, type: 1 | 7, value: Buffer | number[]): Field {
  return { tag, type, count: value.length, value: Buffer.from(value) };
}

/** What is read of a small JPEG with these segments. */
export async function readJpeg(
  parts: Parameters<typeof jpegWith>[0],
  around?: Surroundings,
): Promise<PhotoMetadata> {
  return readMetadata(await jpegWith(parts), around);
}

/** A small JPEG with these segments of metadata, which may be as wrong as a test wants them. */
export async function jpegWith(parts: {
  exif?: Exif | Buffer;
  iptc?: [dataset: number, value: string | Buffer][];
  xmp?: string;
}): Promise<Buffer> {
  const pixels = { width: 8, height: 8, channels: 3, background: "#777" } as const;
  const jpeg = await sharp({ create: pixels }).jpeg().toBuffer();
  const segments: Buffer[] = [];
  if (parts.exif) {
    const tiff = Buffer.isBuffer(parts.exif) ? parts.exif : encodeTiff(parts.exif);
    segments.push(segment(0xe1, Buffer.from("Exif\0\0"), tiff));
  }
  if (parts.xmp)
    segments.push(
      segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0"), Buffer.from(parts.xmp)),
    );
  if (parts.iptc) segments.push(segment(0xed, photoshopBlock(parts.iptc)));
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** An XMP packet whose description has these attributes and elements. */
export function xmpPacket(attributes: string, elements = ""): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
      xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:exifEX="http://cipa.jp/exif/1.0/"
      xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
      xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:digiKam="http://www.digikam.org/ns/1.0/"
      xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/" xmlns:MP="http://ns.microsoft.com/photo/1.2/"
      xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"
      xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
      xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}>
      ${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** An XMP property that is a list: a bag of keywords, a text in several languages. */
export function xmpList(name: string, kind: "Alt" | "Bag" | "Seq", ...items: string[]): string {
  const list = items.map((item) => `<rdf:li>${item}</rdf:li>`).join("");
  const element = name.includes(":") ? name : `dc:${name}`;
  return `<${element}><rdf:${kind}>${list}</rdf:${kind}></${element}>`;
}

function segment(marker: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function encodeTiff({ image = [], photo = [], gps = [] }: Exif): Buffer {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const pointer = (tag: number, offset: number): Field => {
    const value = Buffer.alloc(4);
    value.writeUInt32LE(offset);
    return { tag, type: 4, count: 1, value };
  };
  const withPointers = (photoAt: number, gpsAt: number) =>
    encodeDirectory([...image, pointer(0x8769, photoAt), pointer(0x8825, gpsAt)], 8);
  const photoAt = 8 + withPointers(0, 0).length;
  const photoDirectory = encodeDirectory(photo, photoAt);
  const gpsAt = photoAt + photoDirectory.length;
  return Buffer.concat([
    header,
    withPointers(photoAt, gpsAt),
    photoDirectory,
    encodeDirectory(gps, gpsAt),
  ]);
}

function encodeDirectory(fields: Field[], at: number): Buffer {
  const head = Buffer.alloc(2 + 12 * fields.length + 4);
  head.writeUInt16LE(fields.length);
  const values: Buffer[] = [];
  let end = at + head.length;
  for (const [i, { tag, type, count, value }] of fields.entries()) {
    const start = 2 + 12 * i;
    head.writeUInt16LE(tag, start);
    head.writeUInt16LE(type, start + 2);
    head.writeUInt32LE(count, start + 4);
    if (value.length <= 4) value.copy(head, start + 8);
    else {
      head.writeUInt32LE(end, start + 8);
      values.push(value);
      end += value.length;
    }
  }
  return Buffer.concat([head, ...values]);
}

/** IPTC's record 2 within Photoshop's block of resources. */
function photoshopBlock(datasets: [number, string | Buffer][]): Buffer {
  const records = datasets.map(([dataset, value]) => {
    const content = Buffer.from(value);
    const head = Buffer.from([0x1c, 2, dataset, 0, 0]);
    head.writeUInt16BE(content.length, 3);
    return Buffer.concat([head, content]);
  });
  const content = Buffer.concat(records);
  const head = Buffer.from([0x38, 0x42, 0x49, 0x4d, 0x04, 0x04, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 8);
  return Buffer.concat([Buffer.from("Photoshop 3.0\0"), head, content]);
}
