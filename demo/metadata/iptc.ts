/** The parts of IPTC-IIM that are written. */
export interface IptcFields {
  title?: string;
  description?: string;
  keywords: readonly string[];
}

/** Puts IPTC fields into a JPEG, as Photoshop's APP13 segment, behind its leading APP segments. */
export function withIptc(jpeg: Buffer, fields: IptcFields): Buffer {
  const segment = app13(records(fields));
  const at = behindAppSegments(jpeg);
  return Buffer.concat([jpeg.subarray(0, at), segment, jpeg.subarray(at)]);
}

function records(fields: IptcFields): Buffer {
  return Buffer.concat([
    // Record 1:90 with this escape sequence says that the text is UTF-8.
    dataset(1, 90, Buffer.from([0x1b, 0x25, 0x47])),
    ...(fields.title === undefined ? [] : [dataset(2, 5, Buffer.from(fields.title))]),
    ...fields.keywords.map((keyword) => dataset(2, 25, Buffer.from(keyword))),
    ...(fields.description === undefined ? [] : [dataset(2, 120, Buffer.from(fields.description))]),
  ]);
}

function dataset(record: number, number: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}

function app13(data: Buffer): Buffer {
  const resource = Buffer.alloc(12);
  resource.write("8BIM", 0, "latin1");
  resource.writeUInt16BE(0x0404, 4);
  // Bytes 6 and 7: an empty name. Then the length; resources are padded to even lengths.
  resource.writeUInt32BE(data.length, 8);
  const body = [
    Buffer.from("Photoshop 3.0\0", "latin1"),
    resource,
    data,
    Buffer.alloc(data.length % 2),
  ];
  const length = body.reduce((sum, part) => sum + part.length, 2);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(length, 2);
  return Buffer.concat([head, ...body]);
}

function behindAppSegments(jpeg: Buffer): number {
  let at = 2;
  while (jpeg[at] === 0xff && ((jpeg[at + 1] ?? 0) & 0xf0) === 0xe0)
    at += 2 + jpeg.readUInt16BE(at + 2);
  return at;
}
