import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readMetadata } from "../src/metadata/read-metadata.js";
import { readBeginning } from "../src/photos/read-beginning.js";
import { box, canonRaw, film, number } from "./metadata-files.js";
import { encodeTiff, fraction, jpegWith, text, xmpList, xmpPacket } from "./metadata-jpeg.js";

const EXIF = {
  image: [text(0x10f, "Maker"), text(0x110, "One")],
  photo: [text(0x9003, "2024:01:31 14:22:33")],
  gps: [
    ...[text(1, "N"), fraction(2, [1, 1], [30, 1], [0, 1])],
    ...[text(3, "E"), fraction(4, [2, 1], [0, 1], [0, 1])],
  ],
};
const TOLD = {
  takenAt: "2024-01-31T14:22:33",
  latitude: 1.5,
  longitude: 2,
  exif: { camera_make: "Maker", camera_model: "One" },
  notes: [],
};
const TITLED = xmpPacket("", xmpList("title", "Alt", "Harbour"));

describe("RAW files", () => {
  test("of Olympus and Panasonic are TIFF by another number", async () => {
    for (const start of ["IIRO", "IIRS", "IIU\0"]) {
      const file = encodeTiff(EXIF);
      file.write(start, "latin1");
      expect(await readMetadata(file)).toMatchObject(TOLD);
    }
  });

  test("of Fujifilm hold a JPEG", async () => {
    const head = Buffer.alloc(160);
    head.write("FUJIFILMCCD-RAW 0201", "latin1");
    const jpeg = await jpegWith({ exif: EXIF, xmp: TITLED });
    head.writeUInt32BE(head.length, 84);
    head.writeUInt32BE(jpeg.length, 88);
    expect(await readMetadata(Buffer.concat([head, jpeg, Buffer.alloc(99)]))).toMatchObject({
      ...TOLD,
      title: "Harbour",
    });
    expect(await readMetadata(head)).toMatchObject({ takenAt: null });
  });

  test("of Canon, CR3, hold a directory a box, and XMP", async () => {
    const file = canonRaw(EXIF, TITLED);
    expect(await readMetadata(file)).toMatchObject({ ...TOLD, title: "Harbour" });
  });
});

describe("JPEG XL", () => {
  const parts = {
    start: box("JXL ", Buffer.from("0d0a870a", "hex")),
    type: box("ftyp", "jxl \0\0\0\0jxl "),
  };
  const exif = Buffer.concat([number(0), encodeTiff(EXIF)]);

  test("in boxes, plain and compressed", async () => {
    const plain = Buffer.concat([parts.start, parts.type, box("Exif", exif), box("xml ", TITLED)]);
    expect(await readMetadata(plain)).toMatchObject({ ...TOLD, title: "Harbour" });
    const small = ["Exif", "xml "].map((type) =>
      box("brob", type, brotliCompressSync(type === "Exif" ? exif : Buffer.from(TITLED))),
    );
    const compressed = Buffer.concat([parts.start, parts.type, ...small]);
    expect(await readMetadata(compressed)).toMatchObject({ ...TOLD, title: "Harbour" });
  });

  test("a box that becomes too large is left out", async () => {
    const bomb = brotliCompressSync(Buffer.concat([Buffer.from(TITLED), Buffer.alloc(18e6)]), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    const file = Buffer.concat([
      parts.start,
      parts.type,
      box("Exif", exif),
      box("brob", "xml ", bomb),
    ]);
    expect(await readMetadata(file)).toMatchObject({ ...TOLD, title: null });
  });
});

test("compressed XMP and EXIF of PNG", async () => {
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#777" } })
    .png()
    .toBuffer();
  const chunk = (type: string, ...content: Buffer[]) => {
    const body = Buffer.concat([Buffer.from(type), ...content]);
    return Buffer.concat([number(body.length - 4), body, number(crc32(body))]);
  };
  const named = Buffer.from("XML:com.adobe.xmp\0\x01\0\0\0");
  const exif = encodeTiff(EXIF);
  const profile = `\nexif\n${exif.length + 6}\n${Buffer.concat([Buffer.from("Exif\0\0"), exif]).toString("hex")}\n`;
  const chunks = [
    chunk("iTXt", named, deflateSync(TITLED)),
    chunk("zTXt", Buffer.from("Raw profile type exif\0\0"), deflateSync(profile)),
  ];
  const file = Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
  expect(await readMetadata(file)).toMatchObject({ ...TOLD, title: "Harbour" });
});

describe("films", () => {
  test("of phones", async () => {
    const told = {
      creationdate: "2024-01-31T14:22:33+0100",
      "location.ISO6709": "+48.8577-002.2950+035.100/",
      ...{ make: "Apple", model: "iPhone", software: "17.1", title: "Waves" },
    };
    expect(await readMetadata(film(told))).toEqual({
      ...{ title: "Waves", description: null, tags: [], place: null, notes: [] },
      ...{ takenAt: "2024-01-31T14:22:33+01:00", latitude: 48.8577, longitude: -2.295 },
      exif: { camera_make: "Apple", camera_model: "iPhone", software: "17.1", altitude_m: 35.1 },
    });
  });

  test("of others: the clock of the file is Greenwich's, in local time where the name tells it", async () => {
    const place = "+10.5000+020.2500/";
    const length = Buffer.from([0, place.length, 0x15, 0xc7]);
    const file = film({}, box("udta", box("\xa9xyz", length, place)));
    expect(await readMetadata(file)).toMatchObject({
      ...{ takenAt: "2024-01-31T13:22:33+00:00", latitude: 10.5, longitude: 20.25 },
    });
    const filename = "VID_20240131_142233.mp4";
    expect((await readMetadata(file, { filename })).takenAt).toBe("2024-01-31T14:22:33+01:00");
    const other = { filename: "VID_20240131_090000.mp4" };
    expect((await readMetadata(film({}), other)).takenAt).toBe("2024-01-31T13:22:33+00:00");
  });

  test("too large for the memory, with what they tell at the end", async () => {
    const folder = mkdtempSync(join(tmpdir(), "akin-film-"));
    try {
      const whole = film({ make: "Apple" });
      const start = whole.subarray(0, 20);
      const movie = whole.subarray(whole.indexOf("moov") - 4);
      const pixels = Buffer.concat([number(1), Buffer.from("mdat"), Buffer.alloc(8)]);
      pixels.writeBigUInt64BE(5_000_000_000n, 8);
      const file = join(folder, "a.mov");
      writeFileSync(file, Buffer.concat([start, pixels]));
      // A file with a hole, which takes no room on the disk.
      truncateSync(file, start.length + 5_000_000_000);
      appendFileSync(file, movie);
      const metadata = await readMetadata(await readBeginning(file));
      expect(metadata.exif).toEqual({ camera_make: "Apple" });
      expect(metadata.takenAt).toBe("2024-01-31T13:22:33+00:00");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("that never had a clock, or a place", async () => {
    const none = Buffer.concat([
      box("ftyp", "isom\0\0\0\0"),
      box("moov", box("mvhd", Buffer.alloc(100))),
    ]);
    expect(await readMetadata(none, { filename: "VID_20240131_142233.mp4" })).toMatchObject({
      ...{ takenAt: "2024-01-31T14:22:33", latitude: null, notes: [] },
    });
    const nowhere = film({ "location.ISO6709": "+00.0000+000.0000/" });
    expect((await readMetadata(nowhere)).latitude).toBeNull();
  });
});
