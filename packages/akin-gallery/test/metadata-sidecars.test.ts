import { describe, expect, test } from "vitest";
import { DEFAULT_PRIVATE_RULES, privateReason } from "../src/metadata/private-rules.js";
import { readMetadata } from "../src/metadata/read-metadata.js";
import {
  encodeTiff,
  fraction,
  jpegWith,
  readJpeg,
  text,
  xmpList,
  xmpPacket,
} from "./metadata-jpeg.js";

const xmpFile = (content: string | Buffer, name = "a.xmp") => ({
  name,
  content: Buffer.from(content),
});
const takeoutFile = (told: object) => ({
  name: "a.jpg.json",
  content: Buffer.from(JSON.stringify({ title: "a.jpg", ...told })),
});

const EMBEDDED = xmpPacket(
  'xmp:Rating="2" exif:GPSLatitude="1,0N" exif:GPSLongitude="2,0E"',
  xmpList("title", "Alt", "Inside") + xmpList("subject", "Bag", "old"),
);

describe("an XMP sidecar", () => {
  test("wins for words, stars and the place; what it lacks comes from the file", async () => {
    const xmp = xmpPacket(
      'xmp:Rating="5" exif:GPSLatitude="10,30S" exif:GPSLongitude="20,30W"',
      xmpList("title", "Alt", "Beside") + xmpList("subject", "Bag", "new", "newer"),
    );
    const metadata = await readJpeg({ xmp: EMBEDDED }, { sidecars: [xmpFile(xmp)] });
    expect(metadata).toMatchObject({
      title: "Beside",
      tags: ["new", "newer"],
      exif: { rating: 5 },
    });
    expect(metadata).toMatchObject({ latitude: -10.5, longitude: -20.5, notes: [] });
    const rated = xmpFile(xmpPacket('xmp:Rating="-1"'));
    const other = await readJpeg({ xmp: EMBEDDED }, { sidecars: [rated] });
    expect(other).toMatchObject({ title: "Inside", tags: ["old"], exif: { rating: -1 } });
    expect(other).toMatchObject({ latitude: 1, longitude: 2 });
  });

  test("whose keywords replace the file's own does not undo that one of those keeps the photo private", async () => {
    const inside = xmpPacket("", xmpList("subject", "Bag", "Private"));
    const beside = xmpPacket("", xmpList("subject", "Bag", "sea"));
    const metadata = await readJpeg({ xmp: inside }, { sidecars: [xmpFile(beside)] });
    expect(metadata.tags).toEqual(["sea"]);
    expect(privateReason(metadata, DEFAULT_PRIVATE_RULES)).toBe("keyword");
  });

  test("takes stars away, and gives no time where the file tells one", async () => {
    const sidecars = [
      xmpFile(xmpPacket('xmp:Rating="0" exif:DateTimeOriginal="2001-01-01T01:01:01"')),
    ];
    const exif = { photo: [text(0x9003, "2024:01:31 14:22:33")] };
    const metadata = await readJpeg({ xmp: EMBEDDED, exif }, { sidecars });
    expect(metadata.exif.rating).toBeUndefined();
    expect(metadata.takenAt).toBe("2024-01-31T14:22:33");
    expect((await readJpeg({}, { sidecars })).takenAt).toBe("2001-01-01T01:01:01");
  });

  test("an earlier one comes first, a later one fills in", async () => {
    const sidecars = [
      xmpFile(xmpPacket("", xmpList("title", "Alt", "First"))),
      xmpFile(xmpPacket('xmp:Rating="3"', xmpList("title", "Alt", "Second")), "a.cr2.xmp"),
    ];
    expect(await readJpeg({}, { sidecars })).toMatchObject({ title: "First", exif: { rating: 3 } });
  });

  test.each([
    ["UTF-16", Buffer.from(`\uFEFF${xmpPacket("", xmpList("title", "Alt", "Grüße"))}`, "utf16le")],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${xmpPacket("", xmpList("title", "Alt", "Grüße"))}`)],
    ["one byte a letter", Buffer.from(xmpPacket("", xmpList("title", "Alt", "Grüße")), "latin1")],
    [
      "an undeclared prefix",
      Buffer.from(xmpPacket("", xmpList("title", "Alt", "Grüße")).replace(/xmlns:dc="[^"]*"/, "")),
    ],
    [
      "another prefix",
      Buffer.from(
        xmpPacket("", xmpList("title", "Alt", "Grüße"))
          .replaceAll("dc:", "words:")
          .replace("xmlns:dc", "xmlns:words"),
      ),
    ],
  ])("in %s", async (_, content) => {
    expect((await readJpeg({}, { sidecars: [xmpFile(content)] })).title).toBe("Grüße");
  });

  test("that can't be read costs a note alone", async () => {
    const gone = { name: "a.xmp", content: null };
    const metadata = await readJpeg({ xmp: EMBEDDED }, { sidecars: [gone, xmpFile("no XML")] });
    expect(metadata).toMatchObject({ title: "Inside", notes: ["a.xmp can't be read"] });
  });

  test("bombs and mazes end soon, with what came before", async () => {
    const title = xmpList("title", "Alt", "Kept");
    const entities = `<!DOCTYPE x [<!ENTITY a "ha">${"<!ENTITY b '&a;&a;&a;&a;'>".repeat(99)}]>`;
    const deep = xmpPacket("", title + "<dc:x>".repeat(100_000));
    const wide = xmpPacket(
      "",
      title + xmpList("subject", "Bag", "tag</rdf:li><rdf:li>".repeat(200_000)),
    );
    const ends = '<?xpacket end="'.repeat(50_000);
    for (const xmp of [
      entities + xmpPacket("", `${title}<dc:rights>&b;</dc:rights>`),
      deep,
      wide,
    ]) {
      const { title: found, notes } = await readJpeg({}, { sidecars: [xmpFile(xmp)] });
      expect(found).toBe("Kept");
      expect(notes).toEqual(["the XMP sidecar is damaged: what comes before is kept"]);
    }
    const file = Buffer.concat([await jpegWith({ iptc: [[5, "Kept"]] }), Buffer.from(ends)]);
    expect(await readMetadata(file)).toMatchObject({ title: "Kept", notes: [/too much/] });
  });
});

describe("Google Takeout", () => {
  const told = {
    description: "By Google",
    photoTakenTime: { timestamp: "1706707353" },
    geoData: { latitude: 48.5, longitude: 2.25, altitude: 35.04 },
    people: [{ name: "Anna" }, { name: " " }, {}],
  };

  test("tells description, people, and what the file lacks", async () => {
    const metadata = await readJpeg({}, { sidecars: [takeoutFile(told)] });
    expect(metadata).toEqual({
      ...{ title: null, description: "By Google", tags: [], place: null, notes: [] },
      ...{ takenAt: "2024-01-31T13:22:33+00:00", latitude: 48.5, longitude: 2.25 },
      exif: { altitude_m: 35, people: ["Anna"] },
    });
    const exif = {
      photo: [text(0x9003, "2024:01:31 10:00:00")],
      gps: [
        text(1, "N"),
        fraction(2, [1, 1], [0, 1], [0, 1]),
        text(3, "E"),
        fraction(4, [2, 1], [0, 1], [0, 1]),
      ],
    };
    const other = await readJpeg(
      { exif, iptc: [[120, "Inside"]] },
      { sidecars: [takeoutFile(told)] },
    );
    expect(other).toMatchObject({
      description: "By Google",
      takenAt: "2024-01-31T10:00:00",
      latitude: 1,
    });
  });

  test("is in local time where the file's name tells it", async () => {
    const takenAt = async (filename: string) =>
      (await readJpeg({}, { filename, sidecars: [takeoutFile(told)] })).takenAt;
    expect(await takenAt("IMG_20240131_142233.jpg")).toBe("2024-01-31T14:22:33+01:00");
    expect(await takenAt("IMG_20240131_185230.jpg")).toBe("2024-01-31T18:52:33+05:30");
    expect(await takenAt("IMG_20240131_143733.jpg")).toBe("2024-01-31T13:22:33+00:00");
    expect(await takenAt("IMG_20240131_142533.jpg")).toBe("2024-01-31T13:22:33+00:00");
    expect(await takenAt("IMG-20240131-WA0001.jpg")).toBe("2024-01-31T13:22:33+00:00");
  });

  test("zeros are nothing, and what is another's is noted", async () => {
    const nothing = { photoTakenTime: { timestamp: "0" }, geoData: { latitude: 0, longitude: 0 } };
    expect(await readJpeg({}, { sidecars: [takeoutFile(nothing)] })).toMatchObject({
      ...{ takenAt: null, latitude: null, exif: {}, notes: [] },
    });
    const others = ["{", "[]", "null", '{"photoTakenTime":3,"geoData":[],"people":{"a":1}}', "1"];
    for (const content of others) {
      const metadata = await readJpeg(
        {},
        { sidecars: [{ name: "b.json", content: Buffer.from(content) }] },
      );
      expect(metadata).toMatchObject({ takenAt: null, latitude: null, exif: {} });
    }
  });
});

test("a time without an offset gets that of XMP's same second, or of the receiver's time where it is sure", async () => {
  const at = async (
    gps: string | null,
    clock: [number, number, number],
    longitude: number,
    xmp?: string,
  ) => {
    const fields = [
      text(3, longitude < 0 ? "W" : "E"),
      fraction(4, [Math.abs(longitude), 1], [0, 1], [0, 1]),
    ];
    const receiver =
      gps === null
        ? []
        : [text(29, gps), fraction(7, ...clock.map((part): [number, number] => [part, 1]))];
    const exif = encodeTiff({
      photo: [text(0x9003, "2024:01:31 14:22:33")],
      gps: [...fields, ...receiver],
    });
    return (await readJpeg({ exif, ...(xmp && { xmp: xmpPacket(xmp) }) })).takenAt?.slice(19);
  };
  expect(await at("2024:01:31", [13, 22, 30], 13)).toBe("+01:00");
  expect(await at("2024:01:31", [22, 22, 40], -122)).toBe("-08:00");
  expect(await at("2024:01:31", [8, 37, 0], 85)).toBe("+05:45");
  // Another moment, no offset in use, another part of the world, a receiver that was never set.
  expect(await at("2024:01:31", [13, 10, 0], 13)).toBe("");
  expect(await at("2024:01:31", [14, 7, 33], 13)).toBe("");
  expect(await at("2024:01:31", [14, 22, 33], 139)).toBe("");
  expect(await at("1980:01:06", [13, 22, 30], 13)).toBe("");
  expect(await at(null, [0, 0, 0], 13)).toBe("");
  const same = 'photoshop:DateCreated="2024-01-31T14:22:33.50-03:00"';
  expect(await at(null, [0, 0, 0], 13, same)).toBe("-03:00");
  expect(await at(null, [0, 0, 0], 13, same.replace("33.50", "34"))).toBe("");
});
