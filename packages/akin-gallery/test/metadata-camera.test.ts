import { describe, expect, test } from "vitest";
import { bytes, type Exif, fraction, readJpeg, short, text, xmpPacket } from "./metadata-jpeg.js";

async function camera(exif: Exif) {
  return (await readJpeg({ exif })).exif;
}

describe("camera and exposure", () => {
  test("all of it", async () => {
    const exif = await camera({
      image: [
        text(0x10f, " Maker\0junk"),
        text(0x110, "Model  X"),
        short(0x112, 6),
        text(0x131, "v1"),
      ],
      photo: [
        ...[fraction(0x829a, [10, 750]), fraction(0x829d, [28, 10]), short(0x8827, 400)],
        ...[fraction(0x9204, [-2, 3]), short(0x9209, 9), fraction(0x920a, [50, 1])],
        ...[short(0xa403, 1), short(0xa405, 75), text(0xa434, "Lens 50mm")],
      ],
      gps: [bytes(5, 1, [1]), fraction(6, [125, 10]), fraction(17, [3605, 10])],
    });
    expect(exif).toEqual({
      camera_make: "Maker",
      camera_model: "Model X",
      lens: "Lens 50mm",
      focal_length_mm: 50,
      focal_length_35mm: 75,
      aperture_f: 2.8,
      exposure_s: 0.0133333,
      iso: 400,
      flash: true,
      exposure_bias_ev: -0.666667,
      white_balance: "manual",
      software: "v1",
      orientation: 6,
      altitude_m: -12.5,
    });
  });

  test("without what no camera has", async () => {
    const exif = await camera({
      image: [text(0x10f, "\0"), text(0x110, "----"), short(0x112, 9)],
      photo: [
        ...[fraction(0x829a, [1, 0]), fraction(0x829d, [0, 1]), fraction(0x8827, [-100, 1])],
        ...[fraction(0x9204, [400, 1]), short(0x9209, 9969), fraction(0x920a, [0, 0])],
        ...[short(0xa403, 7), short(0xa405, 0), short(0xa434, 5)],
      ],
      gps: [fraction(6, [0, 0]), fraction(17, [-5, 1])],
    });
    expect(exif).toEqual({});
  });

  test("takes an ISO above 65,534 from the newer tag, and the first of two", async () => {
    const newer = {
      ...short(0x8832, 0),
      type: 4,
      value: Buffer.from(Uint32Array.of(102_400).buffer),
    };
    expect(await camera({ photo: [short(0x8827, 65_535), newer] })).toEqual({ iso: 102_400 });
    expect(await camera({ photo: [short(0x8827, 200, 0)] })).toEqual({ iso: 200 });
  });

  test("reads a direction, where north is 0", async () => {
    expect(await camera({ gps: [fraction(17, [9050, 100])] })).toEqual({ direction_deg: 90.5 });
    expect(await camera({ gps: [fraction(17, [360, 1])] })).toEqual({ direction_deg: 0 });
  });
});

describe("the place", () => {
  type Fraction = [number, number];
  const place = async (
    south: string,
    latitude: Fraction[],
    west: string,
    longitude: Fraction[],
  ) => {
    const gps = [
      text(1, south),
      fraction(2, ...latitude),
      text(3, west),
      fraction(4, ...longitude),
    ];
    const metadata = await readJpeg({ exif: { gps } });
    return [metadata.latitude, metadata.longitude];
  };
  const whole = (...parts: number[]) => parts.map((part): Fraction => [part, 1]);

  test("in degrees, minutes and seconds, in all hemispheres", async () => {
    const latitude = whole(48, 51, 30);
    const longitude: Fraction[] = [
      [2, 1],
      [177, 10],
      [0, 1],
    ];
    expect(await place("N", latitude, "E", longitude)).toEqual([48.8583333, 2.295]);
    expect(await place("S", latitude, "W", longitude)).toEqual([-48.8583333, -2.295]);
    expect(await place("s", whole(48), "e", [[25, 10]])).toEqual([-48, 2.5]);
    // The equator and the prime meridian are places too.
    expect(await place("S", whole(0, 0, 0), "W", whole(9, 0, 0))).toEqual([0, -9]);
  });

  test.each([
    ["0, 0", "N", whole(0, 0, 0), "E", whole(0, 0, 0)],
    ["91 degrees", "N", whole(91, 0, 0), "E", whole(1, 0, 0)],
    ["181 degrees", "N", whole(1, 0, 0), "E", whole(181, 0, 0)],
    ["99 minutes", "N", whole(1, 99, 0), "E", whole(1, 0, 0)],
    ["no hemisphere", "", whole(1, 0, 0), "E", whole(1, 0, 0)],
    [
      "fractions of nothing",
      "N",
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ] as Fraction[],
      "E",
      whole(1, 0, 0),
    ],
  ])("is unknown with %s", async (_, south, latitude, west, longitude) => {
    expect(await place(south, latitude, west, longitude)).toEqual([null, null]);
  });

  test("is unknown with one direction alone", async () => {
    const gps = [text(1, "N"), fraction(2, ...whole(1, 2, 3))];
    expect(await readJpeg({ exif: { gps } })).toMatchObject({ latitude: null, longitude: null });
  });

  test("by XMP, where EXIF has none", async () => {
    const xmp = xmpPacket('exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,17,42W"');
    expect(await readJpeg({ xmp })).toMatchObject({ latitude: 48.8583333, longitude: -2.295 });
    const broken = xmpPacket('exif:GPSLatitude="48N" exif:GPSLongitude="-"');
    expect(await readJpeg({ xmp: broken })).toMatchObject({ latitude: null, longitude: null });
  });
});
