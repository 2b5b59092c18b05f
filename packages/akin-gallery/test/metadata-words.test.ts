import { describe, expect, test } from "vitest";
import { bytes, readJpeg, text, xmpList, xmpPacket } from "./metadata-jpeg.js";

describe("words", () => {
  test("the title of XMP, in its default language, before IPTC's", async () => {
    const titles =
      '<rdf:li xml:lang="de">Hafen</rdf:li><rdf:li xml:lang="x-default">Tom &amp; Ann</rdf:li>';
    const xmp = xmpPacket("", `<dc:title><rdf:Alt>${titles}</rdf:Alt></dc:title>`);
    expect((await readJpeg({ xmp, iptc: [[5, "Other"]] })).title).toBe("Tom & Ann");
    expect((await readJpeg({ iptc: [[5, " Two\nlines\0 "]] })).title).toBe("Two lines");
  });

  test("the description of XMP, IPTC, EXIF and the user comment, in this order", async () => {
    const xmp = xmpPacket("", xmpList("description", "Alt", "By XMP"));
    const image = [text(0x10e, "By EXIF")];
    const photo = [bytes(0x9286, 7, Buffer.from("ASCII\0\0\0By comment  "))];
    const iptc: [number, string][] = [[120, "By IPTC"]];
    const description = async (parts: Parameters<typeof readJpeg>[0]) =>
      (await readJpeg(parts)).description;
    expect(await description({ xmp, iptc, exif: { image, photo } })).toBe("By XMP");
    expect(await description({ iptc, exif: { image, photo } })).toBe("By IPTC");
    expect(await description({ exif: { image, photo } })).toBe("By EXIF");
    expect(await description({ exif: { photo } })).toBe("By comment");
  });

  test.each([
    "OLYMPUS DIGITAL CAMERA         ",
    "SONY DSC",
    "Exif_JPEG_PICTURE",
    "oplus_32",
    '{"a":1}',
    "  ",
    "ACME",
    "---",
  ])("%j is no description", async (value) => {
    const { description } = await readJpeg({
      exif: { image: [text(0x10f, "ACME"), text(0x10e, value)] },
    });
    expect(description).toBeNull();
  });

  test.each([
    [
      "UTF-16, big-endian",
      Buffer.concat([Buffer.from("UNICODE\0"), Buffer.from("Grüße", "utf16le").swap16()]),
      "Grüße",
    ],
    [
      "UTF-16, little-endian",
      Buffer.concat([Buffer.from("UNICODE\0"), Buffer.from("Grüße", "utf16le")]),
      "Grüße",
    ],
    ["an unnamed code", Buffer.from("\0\0\0\0\0\0\0\0Grüße\0\0"), "Grüße"],
    ["data", Buffer.from("\0\0\0\0\0\0\0\0\x01\x02Ab\x03"), null],
    ["nothing", Buffer.from("ASCII\0\0\0"), null],
  ])("a user comment in %s", async (_, value, expected) => {
    expect((await readJpeg({ exif: { photo: [bytes(0x9286, 7, value)] } })).description).toBe(
      expected,
    );
  });

  test("tags of XMP, IPTC and Windows, each once", async () => {
    const windows = bytes(0x9c9e, 1, Buffer.from("sea;Windows; ;\0", "utf16le"));
    const xmp = xmpPacket("", xmpList("subject", "Bag", "sea", "Sea", " two  words "));
    const iptc: [number, string][] = ["sea", "harbour", ""].map((tag) => [25, tag]);
    const { tags } = await readJpeg({ xmp, iptc, exif: { image: [windows] } });
    expect(tags).toEqual(["sea", "Sea", "two words", "harbour", "Windows"]);
  });

  test("are in NFC, without control characters, and not endless", async () => {
    const letters = "e\u0301😀".repeat(300);
    const iptc: [number, string | Buffer][] = [
      [5, letters],
      [120, `a\r\nb\x07${"x".repeat(6000)}`],
      ...Array.from({ length: 300 }, (_, i): [number, string] => [25, `${i}${"y".repeat(120)}`]),
    ];
    const { title, description, tags } = await readJpeg({ iptc });
    expect(title).toBe("é😀".repeat(250));
    expect(description).toBe(`a\nb${"x".repeat(4997)}`);
    expect(tags).toHaveLength(200);
    expect(tags.every((tag) => tag.length === 100)).toBe(true);
  });

  test("in Latin letters of one byte", async () => {
    expect((await readJpeg({ iptc: [[5, Buffer.from("Münster", "latin1")]] })).title).toBe(
      "Münster",
    );
    const { exif } = await readJpeg({
      exif: { image: [text(0x10f, Buffer.from("Jürgen", "latin1"))] },
    });
    expect(exif.camera_make).toBe("Jürgen");
  });
});
