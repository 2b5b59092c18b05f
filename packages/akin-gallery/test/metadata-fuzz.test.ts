import sharp from "sharp";
import { expect, test } from "vitest";
import type { PhotoMetadata } from "../src/metadata/photo-metadata.js";
import { readMetadata } from "../src/metadata/read-metadata.js";
import { box, canonRaw, film, number } from "./metadata-files.js";
import {
  bytes,
  encodeTiff,
  fraction,
  jpegWith,
  text,
  xmpList,
  xmpPacket,
} from "./metadata-jpeg.js";

/** Of each kind of file; AKIN_FUZZ asks for more. */
const ROUNDS = Number(process.env.AKIN_FUZZ ?? 300);

/** Marsaglia's xorshift: the same numbers each time. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const EXIF = {
  image: [
    text(0x10f, "Maker of cameras"),
    text(0x10e, "A long description"),
    text(0x8298, "© Ann"),
  ],
  photo: [text(0x9003, "2024:01:31 14:22:33"), bytes(0x9286, 7, Buffer.from("UNICODE\0H\0i\0"))],
  gps: [
    text(1, "N"),
    fraction(2, [1, 1], [2, 1], [3, 1]),
    text(29, "2024:01:31"),
    fraction(7, [13, 1], [22, 1], [33, 1]),
  ],
};
const REGION = `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li mwg-rs:Name="Anna"/></rdf:Bag>
  </mwg-rs:RegionList></mwg-rs:Regions>`;
const XMP = xmpPacket(
  'xmp:Rating="3" exif:GPSLatitude="1,2.5N"',
  xmpList("title", "Alt", "Harbour") + REGION,
);
const TAKEOUT = JSON.stringify({
  photoTakenTime: { timestamp: "1706707353" },
  ...{ geoData: { latitude: 1, longitude: 2 }, description: "Hi", people: [{ name: "Anna" }] },
});

const pixels = sharp({ create: { width: 8, height: 8, channels: 3, background: "#777" } });
const withExif = () =>
  pixels
    .clone()
    .withXmp(XMP)
    .withExif({ IFD0: { Make: "Maker" } });

/** Changes up to eight places, half of them near the beginning, and cuts some files. */
function damage(file: Buffer, random: (below: number) => number): Buffer {
  const damaged = Buffer.from(file);
  for (let change = random(8); change >= 0; change--) {
    const at = random(random(2) ? damaged.length : Math.min(damaged.length, 600));
    const extreme = [0, 0xff, 0x7f, 0x80, 1][random(5)] ?? 0;
    const length = [1, 1, 2, 4][random(4)] ?? 1;
    damaged.fill(random(2) ? extreme : random(256), at, Math.min(at + length, damaged.length));
  }
  return random(4) ? damaged : damaged.subarray(0, random(damaged.length + 1));
}

function expectBounded({ notes, tags, title, description, latitude }: PhotoMetadata): void {
  expect(notes.length).toBeLessThanOrEqual(12);
  expect(notes.every((note) => note.length <= 400)).toBe(true);
  expect(tags.length).toBeLessThanOrEqual(200);
  expect((title ?? "").length + (description ?? "").length).toBeLessThanOrEqual(11_000);
  expect(Math.abs(latitude ?? 0)).toBeLessThanOrEqual(90);
}

test.each<[string, () => Promise<Buffer> | Buffer]>([
  [
    "JPEG",
    () =>
      jpegWith({
        exif: EXIF,
        xmp: XMP,
        iptc: [
          [25, "sea"],
          [120, "By IPTC"],
        ],
      }),
  ],
  ["PNG", () => withExif().png().toBuffer()],
  ["WebP", () => withExif().webp().toBuffer()],
  ["AVIF", () => withExif().avif({ effort: 0 }).toBuffer()],
  ["TIFF", () => encodeTiff(EXIF)],
  ["CR3", () => canonRaw(EXIF, XMP)],
  ["film", () => film({ make: "Apple", "location.ISO6709": "+48.8577-002.2950/" })],
  [
    "JPEG XL",
    () =>
      Buffer.concat([
        box("JXL ", Buffer.from("0d0a870a", "hex")),
        box("ftyp", "jxl \0\0\0\0"),
        box("Exif", number(0), encodeTiff(EXIF)),
        box("xml ", XMP),
      ]),
  ],
])(
  "%s with damage of any kind gives what can be read",
  async (_, draw) => {
    const file = await draw();
    const random = randomNumbers(file.length);
    let read = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const metadata = await readMetadata(damage(file, random), {
        filename: "IMG_20240131_142233.jpg",
      });
      expectBounded(metadata);
      read += Number(Object.keys(metadata.exif).length > 0);
    }
    // Most damage leaves something.
    expect(read).toBeGreaterThan(ROUNDS / 10);
  },
  120_000,
);

test.each([
  ["XMP", "a.xmp", XMP],
  ["JSON", "a.jpg.json", TAKEOUT],
])("a sidecar of %s too", async (_, name, written) => {
  const random = randomNumbers(written.length);
  let told = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const content = damage(Buffer.from(written), random);
    const metadata = await readMetadata(new Uint8Array(), { sidecars: [{ name, content }] });
    expectBounded(metadata);
    told += Number(
      metadata.latitude !== null || metadata.notes.length > 0 || metadata.title !== null,
    );
  }
  expect(told).toBeGreaterThan(ROUNDS / 4);
});
