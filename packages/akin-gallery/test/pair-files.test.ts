import { describe, expect, test } from "vitest";
import { pairFiles } from "../src/photos/pair-files.js";

/** What is an item, with the names of what belongs to it, by role. */
function paired(...paths: string[]): Record<string, string[]> {
  const files = paths.map((path) => ({
    path,
    file: `/${path}`,
    size: 1,
    modifiedAt: 1,
    isIgnored: false,
  }));
  const found = pairFiles(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
  return Object.fromEntries(
    found.map(({ path, companions }) => [
      path,
      companions.map(({ role, file }) => `${role} ${file.slice(1)}`),
    ]),
  );
}

describe("pictures with others of the same", () => {
  test("RAW and JPEG or HEIC are the JPEG or HEIC", () => {
    expect(paired("IMG_1.CR2", "IMG_1.JPG", "IMG_2.dng", "img_2.heic", "IMG_3.NEF")).toEqual({
      "IMG_1.JPG": ["raw IMG_1.CR2"],
      "img_2.heic": ["raw IMG_2.dng"],
      "IMG_3.NEF": [],
    });
  });

  test("a moving picture is the picture", () => {
    expect(
      paired(
        ...["IMG_1.HEIC", "IMG_1.MOV", "IMG_2.jpg", "IMG_2.mp4", "trip.mov"],
        ...["PXL_1.MP.jpg", "PXL_1.MP", "PXL_2.MP~2.jpg", "PXL_2.MP~2"],
      ),
    ).toEqual({
      "IMG_1.HEIC": ["video IMG_1.MOV"],
      "IMG_2.jpg": ["video IMG_2.mp4"],
      "PXL_1.MP.jpg": ["video PXL_1.MP"],
      "PXL_2.MP~2.jpg": ["video PXL_2.MP~2"],
      "trip.mov": [],
    });
  });

  test("only in the same folder, and never two pictures", () => {
    expect(paired("a/IMG_1.CR2", "b/IMG_1.JPG", "b/IMG_1.png", "b/IMG_1.webp")).toEqual({
      "a/IMG_1.CR2": [],
      "b/IMG_1.JPG": [],
      "b/IMG_1.png": [],
      "b/IMG_1.webp": [],
    });
  });
});

describe("sidecars", () => {
  test("XMP by the whole name, then by the stem, then the RAW file's; an orphan is nobody's", () => {
    expect(
      paired("A.JPG", "A.cr2", "A.cr2.xmp", "a.jpg.xmp", "a.xmp", "B.png", "b.XMP", "other.xmp"),
    ).toEqual({
      "A.JPG": ["sidecar a.jpg.xmp", "sidecar a.xmp", "sidecar A.cr2.xmp", "raw A.cr2"],
      "B.png": ["sidecar b.XMP"],
    });
  });

  test("names that differ in their Unicode form", () => {
    expect(paired("Cafe\u0301.jpg", "Caf\u00e9.xmp")).toEqual({
      "Cafe\u0301.jpg": ["sidecar Caf\u00e9.xmp"],
    });
  });

  test.each([
    ["a.jpg", "a.jpg.json"],
    ["a.jpg", "a.jpg.supplemental-metadata.json"],
    ["a.jpg", "a.jpg.supplemental-meta.json"],
    ["a.jpg", "a.jpg.s.json"],
    ["a.jpg", "a.jpg..json"],
    ["A.JPG", "A.JPG.supplemental-metadata.json"],
    ["a(1).jpg", "a.jpg(1).json"],
    ["a(1).jpg", "a.jpg.supplemental-metadata(1).json"],
    ["a(12).jpg", "a.jpg.suppl(12).json"],
    ["a(1).jpg", "a(1).jpg.json"],
    ["a-edited.jpg", "a.jpg.json"],
    ["a-edited(1).jpg", "a.jpg.supplemental-metadata(1).json"],
    ["a-bearbeitet.jpg", "a.HEIC.supplemental-metadata.json"],
    [
      "Screenshot_20240131-142233_Some Long Program.jpg",
      "Screenshot_20240131-142233_Some Long Program.j.json",
    ],
    [
      "Screenshot_20240131-142233_A Program.jpg",
      "Screenshot_20240131-142233_A Program.jpg.suppl.json",
    ],
    [
      "0123456789012345678901234567890123456789012345678.jpg",
      "0123456789012345678901234567890123456789012345.json",
    ],
    ["写真写真写真写真写真写真写真.jpg", "写真写真写真写真写真写真写真.jp.json"],
  ])("Google Takeout's %s has %s", (photo, json) => {
    expect(paired(photo, json)).toEqual({ [photo]: [`sidecar ${json}`] });
  });

  test.each([
    ["a.jpg", "a.json"],
    ["a.jpg", "b.jpg.json"],
    ["a.jpg", "a.jpg(1).json"],
    ["a.jpg", "metadata.json"],
    ["a.jpg", "a.jpg.supplemental-other.json"],
    ["a(1).jpg", "a.jpg.json"],
    ["a.jpg", "a.jpg.supplemental-metadata.json.json"],
  ])("Google Takeout's %s has not %s", (photo, json) => {
    expect(paired(photo, json)).toEqual({ [photo]: [] });
  });

  test("an edited copy has its original's, as the original has", () => {
    expect(paired("a.jpg", "a-edited.jpg", "a.jpg.json", "a.xmp")).toEqual({
      "a.jpg": ["sidecar a.xmp", "sidecar a.jpg.json"],
      "a-edited.jpg": ["sidecar a.jpg.json"],
    });
  });
});
