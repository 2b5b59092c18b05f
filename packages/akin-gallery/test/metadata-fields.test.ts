import { describe, expect, test } from "vitest";
import { privateReason } from "../src/metadata/private-rules.js";
import { bytes, fraction, readJpeg, short, text, xmpList, xmpPacket } from "./metadata-jpeg.js";

const rated = async (xmp: string, ...image: Parameters<typeof readJpeg>[0][]) =>
  readJpeg({ xmp: xmpPacket(xmp), ...image[0] });

describe("rating", () => {
  test.each([
    ['xmp:Rating="5"', 5],
    ['xmp:Rating="-1"', -1],
    ['xmp:Rating="3.0"', 3],
    ['MicrosoftPhoto:Rating="1"', 1],
    ['MicrosoftPhoto:Rating="75"', 4],
    ['MicrosoftPhoto:Rating="99"', 5],
    ['xmp:Rating="2" MicrosoftPhoto:Rating="99"', 2],
    ['xmp:Rating="0"', undefined],
    ['xmp:Rating="five"', undefined],
  ])("%s is %j", async (xmp, expected) => {
    const { exif, notes } = await rated(xmp);
    expect(exif.rating).toBe(expected);
    expect(notes).toEqual([]);
  });

  test("of EXIF, and what can't be", async () => {
    const exif = (...image: ReturnType<typeof short>[]) => readJpeg({ exif: { image } });
    expect((await exif(short(0x4746, 4))).exif.rating).toBe(4);
    expect((await exif(short(0x4749, 25))).exif.rating).toBe(2);
    expect((await rated('xmp:Rating="97"')).notes).toEqual(["there is no such rating as 97"]);
    expect((await rated('xmp:Rating="97"')).exif.rating).toBeUndefined();
  });
});

describe("keywords in levels", () => {
  const tags = async (elements: string) => (await readJpeg({ xmp: xmpPacket("", elements) })).tags;

  test("of Lightroom, digiKam and Windows are each level's", async () => {
    const flat = xmpList("subject", "Bag", "Paris");
    expect(
      await tags(flat + xmpList("lr:hierarchicalSubject", "Bag", "Places|France|Paris")),
    ).toEqual(["Paris", "Places", "France"]);
    expect(await tags(xmpList("digiKam:TagsList", "Seq", "Places/Spain", "Places"))).toEqual([
      "Places",
      "Spain",
    ]);
    expect(await tags(xmpList("MicrosoftPhoto:LastKeywordXMP", "Bag", "Sea/Boats"))).toEqual([
      "Sea",
      "Boats",
    ]);
  });

  test("that programs keep for themselves are left out", async () => {
    const own = xmpList("lr:hierarchicalSubject", "Bag", "darktable|exported", "Sea");
    const marks = xmpList("digiKam:TagsList", "Seq", "_Digikam_Internal_Tags_/Color Label None");
    expect(await tags(own + marks)).toEqual(["Sea"]);
  });
});

describe("people", () => {
  const regions = (...faces: string[]) =>
    `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>${faces
      .map((face) => `<rdf:li ${face}/>`)
      .join("")}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`;

  test("of regions, Windows and IPTC, and no dog among them", async () => {
    const anna = 'mwg-rs:Name="Anna" mwg-rs:Type="Face"';
    const dog = 'mwg-rs:Name="Rex" mwg-rs:Type="Pet"';
    const structured = `<rdf:li><rdf:Description mwg-rs:Name="Carl"/></rdf:li>`;
    const windows = `<MP:RegionInfo><rdf:Description><MPRI:Regions><rdf:Bag>
      <rdf:li MPReg:PersonDisplayName="Bert"/></rdf:Bag></MPRI:Regions></rdf:Description></MP:RegionInfo>`;
    const iptc = xmpList("Iptc4xmpExt:PersonInImage", "Bag", "Dora", "Anna");
    const all =
      regions(anna, dog).replace("</rdf:Bag>", `${structured}</rdf:Bag>`) + windows + iptc;
    const { exif, notes } = await readJpeg({ xmp: xmpPacket("", all) });
    expect(exif.people).toEqual(["Anna", "Carl", "Bert", "Dora"]);
    expect(notes).toEqual([]);
  });

  test("are not among the tags", async () => {
    const words =
      xmpList("subject", "Bag", "sea", "Anna") + xmpList("digiKam:TagsList", "Seq", "People/Bert");
    const xmp = xmpPacket("", words + regions('mwg-rs:Name="Anna" mwg-rs:Type="Face"'));
    const { tags, exif } = await readJpeg({ xmp });
    expect(tags).toEqual(["sea"]);
    expect(exif.people).toEqual(["Bert", "Anna"]);
    // They keep a photo back as keywords do.
    expect(privateReason({ tags, exif }, { keywords: ["anna"] })).toBe("keyword");
    expect(privateReason({ tags, exif }, { keywords: ["ann"] })).toBeUndefined();
  });
});

test("copyright, creator, owner and numbers, by XMP, IPTC and EXIF", async () => {
  const image = [text(0x8298, "© EXIF\0the editor"), text(0x13b, "Ann;Bob")];
  const photo = [text(0xa430, "Owner"), text(0xa431, "0042"), text(0xa435, "L7")];
  const exif = { image, photo };
  expect((await readJpeg({ exif })).exif).toEqual({
    ...{ copyright: "© EXIF", creator: "Ann, Bob" },
    ...{ owner_name: "Owner", serial_number: "0042", lens_serial_number: "L7" },
  });
  const iptc: [number, string][] = [
    [116, "© IPTC"],
    [80, "Carl"],
  ];
  expect((await readJpeg({ exif, iptc })).exif).toMatchObject({
    copyright: "© IPTC",
    creator: "Carl",
  });
  const xmp = xmpPacket(
    "",
    xmpList("rights", "Alt", "© XMP") + xmpList("creator", "Seq", "Dora", "Emil"),
  );
  expect((await readJpeg({ exif, iptc, xmp })).exif).toMatchObject({
    copyright: "© XMP",
    creator: "Dora, Emil",
  });
});

test("camera and exposure of XMP, where EXIF is gone", async () => {
  const xmp = xmpPacket(
    `tiff:Make="Maker" tiff:Model="One" aux:Lens="50 mm" exif:ExposureTime="1/250" exif:FNumber="28/10"
     exif:FocalLength="50/1" exif:WhiteBalance="1" aux:SerialNumber="7" exif:GPSAltitude="100/1" exif:GPSAltitudeRef="1"`,
    xmpList("exif:ISOSpeedRatings", "Seq", "200"),
  );
  expect((await readJpeg({ xmp })).exif).toEqual({
    ...{
      camera_make: "Maker",
      camera_model: "One",
      lens: "50 mm",
      exposure_s: 0.004,
      aperture_f: 2.8,
    },
    ...{
      focal_length_mm: 50,
      white_balance: "manual",
      serial_number: "7",
      altitude_m: -100,
      iso: 200,
    },
  });
});

test("what can't be is noted, what cameras write for unknown isn't", async () => {
  const noted = async (parts: Parameters<typeof readJpeg>[0]) => (await readJpeg(parts)).notes;
  expect(
    await noted({ exif: { photo: [fraction(0x829a, [1, 0]), fraction(0x829d, [0, 1])] } }),
  ).toEqual([]);
  expect(await noted({ exif: { photo: [fraction(0x829a, [-5, 1])] } })).toEqual([
    "EXIF ExposureTime: -5 can't be",
  ]);
  expect(await noted({ exif: { photo: [text(0x9003, "0000:00:00 00:00:00")] } })).toEqual([]);
  expect(await noted({ exif: { photo: [text(0x9003, "2023:02:29 10:00:00")] } })).toEqual([
    'EXIF DateTimeOriginal: there is no such time as "2023:02:29 10:00:00"',
  ]);
  const far = [
    text(1, "N"),
    fraction(2, [999, 1], [0, 1], [0, 1]),
    text(3, "E"),
    fraction(4, [2, 1], [0, 1], [0, 1]),
  ];
  expect(await noted({ exif: { gps: far } })).toEqual(["there is no such place as 999, 2"]);
  const outside = { ...text(0x10f, "far away"), count: 5000 };
  expect(await noted({ exif: { image: [outside] } })).toEqual([
    "EXIF Make lies outside of the file",
  ]);
});

describe("strange encodings", () => {
  const shiftJis = Buffer.from([0x93, 0x8c, 0x8b, 0x9e, 0x82, 0xcc, 0x8b, 0xf3]); // 東京の空
  test.each([
    ["Shift-JIS", shiftJis, "東京の空"],
    [
      "UTF-8 read as Windows-1252, and written again",
      Buffer.from("MÃ¼nchen â€“ SÃ¼d"),
      "München – Süd",
    ],
    ["Windows-1252", Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35]), "“Hi” €5"],
    ["Latin-1", Buffer.from("Fête à Zürich", "latin1"), "Fête à Zürich"],
    ["UTF-8", Buffer.from("Fête 東京"), "Fête 東京"],
  ])("%s", async (_, content, expected) => {
    expect((await readJpeg({ exif: { image: [text(0x10e, content)] } })).description).toBe(
      expected,
    );
    expect((await readJpeg({ iptc: [[120, content]] })).description).toBe(expected);
    const comment = Buffer.concat([Buffer.from("ASCII\0\0\0"), content]);
    const photo = [bytes(0x9286, 7, comment)];
    expect((await readJpeg({ exif: { photo } })).description).toBe(expected);
  });

  test("a user comment in JIS", async () => {
    const jis = Buffer.concat([
      Buffer.from("JIS\0\0\0\0\0"),
      Buffer.from("\x1b$B\x45\x6c\x35\x7e\x1b(B"),
    ]);
    expect((await readJpeg({ exif: { photo: [bytes(0x9286, 7, jis)] } })).description).toBe("東京");
  });
});
