import { type Exif, encodeTiff } from "./metadata-jpeg.js";

/** A box of an ISO base media file. */
export function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    content.map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part))),
  );
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** 4 bytes, the highest first. */
export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A CR3 file without pixels: a directory a box, and XMP. */
export function canonRaw({ image = [], photo = [], gps = [] }: Exif, xmp: string): Buffer {
  const canon = box(
    "uuid",
    Buffer.from("85c0b687820f11e08111f4ce462b6a48", "hex"),
    ...[box("CNCV", "CanonCR3"), box("CMT1", encodeTiff({ image }))],
    ...[box("CMT2", encodeTiff({ image: photo })), box("CMT4", encodeTiff({ image: gps }))],
  );
  const beside = box("uuid", Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex"), xmp);
  return Buffer.concat([box("ftyp", "crx \0\0\0\0"), box("moov", canon), beside, box("mdat", "x")]);
}

/** 2024-01-31 13:22:33 in Greenwich, in seconds since 1904. */
const CREATED = 1_706_707_353 + 2_082_844_800;

/** A QuickTime film without pictures, with texts by Apple's names for them, and other boxes. */
export function film(texts: Record<string, string>, ...others: Buffer[]): Buffer {
  const header = box("mvhd", number(0), number(CREATED), Buffer.alloc(88));
  const names = Object.keys(texts).map((name) => box("mdta", `com.apple.quicktime.${name}`));
  const values = Object.values(texts).map((text, i) =>
    box(number(i + 1).toString("latin1"), box("data", number(1), number(0), text)),
  );
  const keys = box("keys", number(0), number(names.length), ...names);
  const meta = box("meta", box("hdlr", Buffer.alloc(24)), keys, box("ilst", ...values));
  const movie = box("moov", header, meta, ...others);
  return Buffer.concat([box("ftyp", "qt  \0\0\0\0qt  "), box("mdat", "pixels"), movie]);
}
