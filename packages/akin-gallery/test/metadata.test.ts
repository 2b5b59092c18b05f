import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { readMetadata } from "../src/metadata/read-metadata.js";
import {
  bytes,
  encodeTiff,
  fraction,
  jpegWith,
  readJpeg,
  text,
  xmpList,
  xmpPacket,
} from "./metadata-jpeg.js";

const EMPTY = {
  title: null,
  description: null,
  tags: [],
  exif: {},
  takenAt: null,
  latitude: null,
  longitude: null,
  place: null,
  notes: [],
};

describe("formats", () => {
  const pixels = { width: 8, height: 8, channels: 3, background: "#777" } as const;
  const tagged = () =>
    sharp({ create: pixels }).withExif({
      IFD0: { Make: "Maker", ImageDescription: "A boat" },
      IFD2: { DateTimeOriginal: "2020:01:02 03:04:05" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "1/1 30/1 0/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "2/1 0/1 0/1",
      },
    });

  test.each(["jpeg", "webp", "png", "avif"] as const)("EXIF in %s", async (format) => {
    const metadata = await readMetadata(await tagged().toFormat(format).toBuffer());
    expect(metadata).toMatchObject({ takenAt: "2020-01-02T03:04:05", description: "A boat" });
    expect(metadata).toMatchObject({
      latitude: 1.5,
      longitude: -2,
      exif: { camera_make: "Maker" },
    });
  });

  test.each(["jpeg", "webp", "tiff", "avif"] as const)("XMP in %s", async (format) => {
    const xmp = xmpPacket('exif:DateTimeOriginal="2021-05-06"', xmpList("title", "Alt", "Harbour"));
    const file = await sharp({ create: pixels }).withXmp(xmp).toFormat(format).toBuffer();
    expect(await readMetadata(file)).toMatchObject({ title: "Harbour", takenAt: "2021-05-06" });
  });

  test("a format without metadata, and none at all", async () => {
    const gif = await sharp({ create: pixels }).gif().toBuffer();
    expect(await readMetadata(gif)).toEqual(EMPTY);
    expect(await readMetadata(Buffer.from("no image"))).toEqual(EMPTY);
    expect(await readMetadata(new Uint8Array())).toEqual(EMPTY);
    expect((await readJpeg({})).takenAt).toBeNull();
  });
});

describe("broken metadata", () => {
  test("gives what can be read, whichever byte is wrong", async () => {
    const exif = encodeTiff({
      image: [text(0x10f, "Maker of cameras"), text(0x10e, "A long description")],
      photo: [
        text(0x9003, "2024:01:31 14:22:33"),
        bytes(0x9286, 7, Buffer.from("ASCII\0\0\0Hello")),
      ],
      gps: [text(1, "N"), fraction(2, [1, 1], [2, 1], [3, 1])],
    });
    const good = await jpegWith({ exif, iptc: [[25, "kept"]], xmp: xmpPacket('xmp:Rating="1"') });
    const warn = vi.spyOn(console, "warn");
    for (let i = 2; i < 700; i += 2) {
      for (const value of [0, 0xff]) {
        const broken = Buffer.from(good);
        broken[i] = value;
        await readMetadata(broken);
      }
      await readMetadata(good.subarray(0, i));
    }
    expect(warn).not.toHaveBeenCalled();
    expect((await readMetadata(good)).exif.camera_make).toBe("Maker of cameras");
  }, 60_000);

  test("in one kind leaves the others", async () => {
    const metadata = await readJpeg({
      exif: Buffer.from("II*\0garbage"),
      iptc: [[25, "kept"]],
      xmp: "<x:xmpmeta><not closed",
    });
    expect(metadata).toEqual({
      ...EMPTY,
      tags: ["kept"],
      notes: ["XMP is damaged: what comes before is kept"],
    });
  });

  test("that no segment leads to is found where it is", async () => {
    const xmp = xmpPacket("", xmpList("title", "Alt", "Harbour"));
    const file = await jpegWith({ exif: { image: [text(0x10f, "Maker")] }, xmp });
    // The first segment says that it is longer than it is.
    file.writeUInt16BE(file.readUInt16BE(4) + 7, 4);
    expect((await readMetadata(file)).title).toBe("Harbour");
  });

  test("reads a file that is a part of a larger buffer", async () => {
    const file = await jpegWith({ iptc: [[5, "Inner"]] });
    const larger = Buffer.concat([Buffer.alloc(33), file, Buffer.alloc(9)]);
    expect((await readMetadata(larger.subarray(33, 33 + file.length))).title).toBe("Inner");
  });
});
