import { describe, expect, test } from "vitest";
import { type Field, readJpeg, text, xmpPacket } from "./metadata-jpeg.js";

describe("the time", () => {
  const at = (original: string, ...more: Field[]) =>
    readJpeg({ exif: { photo: [text(0x9003, original), ...more] } });

  test.each([
    ["2024:01:31 14:22:33", "2024-01-31T14:22:33"],
    ["2024-01-31T14:22:33", "2024-01-31T14:22:33"],
    ["2024:01:31 14:22", "2024-01-31T14:22:00"],
    ["2024: 1: 3  4: 2: 3", "2024-01-03T04:02:03"],
    ["2024:02:29 00:00:00\0\0", "2024-02-29T00:00:00"],
    ["2024:01:31   :  :  ", "2024-01-31"],
    ["1926:05:01 12:00:00", "1926-05-01T12:00:00"],
    ["2024:01:31 14:22:33.5+05:30", "2024-01-31T14:22:33.500+05:30"],
    ["0000:00:00 00:00:00", null],
    ["2024:13:01 10:00:00", null],
    ["2023:02:29 10:00:00", null],
    ["2024:01:31 24:00:00", null],
    ["2024:01:31 10:60:00", null],
    ["9999:01:31 10:00:00", null],
    ["    :  :     :  :  ", null],
    ["yesterday", null],
  ])("%j is %j", async (original, expected) => {
    expect((await at(original)).takenAt).toBe(expected);
  });

  test("has the fraction and the offset that the file gives", async () => {
    const time = "2024:01:31 14:22:33";
    const takenAt = async (...fields: Field[]) => (await at(time, ...fields)).takenAt;
    expect(await takenAt(text(0x9291, "64"))).toBe("2024-01-31T14:22:33.640");
    expect(await takenAt(text(0x9291, "000"))).toBe("2024-01-31T14:22:33");
    expect(await takenAt(text(0x9291, "x"))).toBe("2024-01-31T14:22:33");
    expect(await takenAt(text(0x9011, "-04:00"))).toBe("2024-01-31T14:22:33-04:00");
    expect(await takenAt(text(0x9011, "   :  "))).toBe("2024-01-31T14:22:33");
    expect(await takenAt(text(0x9011, "+99:00"))).toBe("2024-01-31T14:22:33");
    // The offset of the last change says nothing of where the photo was taken.
    expect(await takenAt(text(0x9010, "+02:00"))).toBe("2024-01-31T14:22:33");
  });

  test("comes from the next source where one has none", async () => {
    const iptc: [number, string][] = [
      [55, "20050101"],
      [60, "101112+0100"],
    ];
    const xmp = 'exif:DateTimeOriginal="2003-01-01T00:00:00Z"';
    const created = 'photoshop:DateCreated="2004-01-01" xmp:CreateDate="2004-02-02"';
    const photo = [text(0x9003, "2001:01:01 01:01:01"), text(0x9004, "2002:01:01 01:01:01")];
    const broken = text(0x9003, "0000:00:00 00:00:00");
    const all = xmpPacket(`${xmp} ${created}`);
    const takenAt = async (parts: Parameters<typeof readJpeg>[0]) =>
      (await readJpeg(parts)).takenAt;
    expect(await takenAt({ exif: { photo }, xmp: all, iptc })).toBe("2001-01-01T01:01:01");
    expect(await takenAt({ exif: { photo: [broken, ...photo.slice(1)] }, xmp: all })).toBe(
      "2002-01-01T01:01:01",
    );
    expect(await takenAt({ exif: { photo: [broken] }, xmp: all, iptc })).toBe(
      "2003-01-01T00:00:00+00:00",
    );
    expect(await takenAt({ xmp: xmpPacket(created), iptc })).toBe("2004-01-01");
    expect(await takenAt({ xmp: xmpPacket('xmp:CreateDate="2004-02-02T03:04"') })).toBe(
      "2004-02-02T03:04:00",
    );
    expect(await takenAt({ iptc })).toBe("2005-01-01T10:11:12+01:00");
    // When a file was changed isn't when the photo was taken.
    expect(await takenAt({ exif: { image: [text(0x132, "2009:01:01 01:01:01")] } })).toBeNull();
  });
});
