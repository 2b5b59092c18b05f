import { describe, expect, test } from "vitest";
import { applyGpsPolicy } from "../src/metadata/apply-gps-policy.js";
import { folderTags } from "../src/metadata/folder-tags.js";
import type { PhotoMetadata } from "../src/metadata/photo-metadata.js";
import { takenAtFromName } from "../src/metadata/taken-at-from-name.js";

describe("takenAtFromName", () => {
  test.each([
    ["IMG_20240131_142233.jpg", "2024-01-31T14:22:33"],
    ["PXL_20240131_142233123.jpg", "2024-01-31T14:22:33"],
    ["PXL_20240131_142233123.PORTRAIT.jpg", "2024-01-31T14:22:33"],
    ["VID_20240131_142233.mp4", "2024-01-31T14:22:33"],
    ["20240131_142233.jpg", "2024-01-31T14:22:33"],
    ["IMG20240131142233.jpg", "2024-01-31T14:22:33"],
    ["Screenshot_20240131-142233_Maps.jpg", "2024-01-31T14:22:33"],
    ["signal-2024-01-31-14-22-33-123.jpg", "2024-01-31T14:22:33"],
    ["WhatsApp Image 2024-01-31 at 14.22.33.jpeg", "2024-01-31T14:22:33"],
    ["WhatsApp Image 2024-01-31 at 2.22.33 PM (1).jpeg", "2024-01-31T14:22:33"],
    ["Screenshot 2024-01-31 at 14.22.33.png", "2024-01-31T14:22:33"],
    ["Screenshot 2024-01-31 at 12.22.33\u202fAM.png", "2024-01-31T00:22:33"],
    ["2024-01-31 14.22.33.jpg", "2024-01-31T14:22:33"],
    ["IMG-20240131-WA0001.jpg", "2024-01-31"],
    ["signal-2024-01-31-142233.jpg", "2024-01-31T14:22:33"],
    ["Screenshot_2024-01-31-14-22-33.png", "2024-01-31T14:22:33"],
    ["photo_2024-01-31_14-22-33.jpg", "2024-01-31T14:22:33"],
    ["photo_5@31-01-2024_14-22-33.jpg", "2024-01-31T14:22:33"],
    ["PXL_20240131_142233123.MP.jpg", "2024-01-31T14:22:33"],
    ["2024-01-31.jpg", "2024-01-31"],
    ["2024_01_31 party 5.jpg", "2024-01-31"],
    ["20240131_995511.jpg", "2024-01-31"],
  ])("%s is of %s", (name, expected) => expect(takenAtFromName(name)).toBe(expected));

  test.each([
    "IMG_1234.jpg",
    "DSC_20001234.jpg",
    "IMG_20241331_142233.jpg",
    "IMG_20230229_101010.jpg",
    "IMG_19891231_101010.jpg",
    "photo 2101-01-01.jpg",
    "scan-2019-2020.jpg",
    "1706709753000.jpg",
    "12024-01-31.jpg",
    "a2024013199.jpg",
    "2024-0131.jpg",
    "",
  ])("%s has no time", (name) => expect(takenAtFromName(name)).toBeNull());
});

test.each([
  ["a.jpg", []],
  ["DCIM/100APPLE/a.jpg", []],
  ["2024/2024-01/2024-01-31/a.jpg", []],
  ["2019-2020/01 January/12/2024年/a.jpg", []],
  ["Takeout/Google Photos/Photos from 2023/a.jpg", []],
  ["2024/2024-01-31 Lisbon/raw/a.jpg", ["Lisbon"]],
  ["Trips/Lisbon 2024/a.jpg", ["Trips", "Lisbon"]],
  ["2024-01-31 - 2024-02-03 Madrid/Madrid/a.jpg", ["Madrid"]],
  ["summer_at_sea/Anna's birthday (2023)/a.jpg", ["summer at sea", "Anna's birthday"]],
  ["Route 66/New folder (2)/a.jpg", ["Route 66"]],
  ["写真/a.jpg", ["写真"]],
])("the tags of %s", (path, tags) => expect(folderTags(path)).toEqual(tags));

describe("applyGpsPolicy", () => {
  const metadata: PhotoMetadata = {
    title: "T",
    description: null,
    tags: ["a"],
    exif: { iso: 100, altitude_m: 12.5, direction_deg: 90 },
    takenAt: "2024-01-31",
    latitude: 48.8583333,
    longitude: -2.2951234,
    place: { city: "Paris" },
    notes: [],
  };

  test("keep leaves all", () => expect(applyGpsPolicy(metadata, "keep")).toEqual(metadata));

  test("coarse leaves about a kilometre", () =>
    expect(applyGpsPolicy(metadata, "coarse")).toEqual({
      ...metadata,
      exif: { iso: 100 },
      latitude: 48.86,
      longitude: -2.3,
    }));

  test("strip leaves nothing of the place", () =>
    expect(applyGpsPolicy(metadata, "strip")).toEqual({
      ...metadata,
      exif: { iso: 100 },
      latitude: null,
      longitude: null,
      place: null,
    }));

  test("a photo without a place has none after either", () => {
    const nowhere = { ...metadata, latitude: null, longitude: null };
    expect(applyGpsPolicy(nowhere, "coarse")).toMatchObject({ latitude: null, longitude: null });
  });

  test.each([
    [60.1699, 24.9384, 60.17, 24.94],
    [69.6492, 18.9553, 69.65, 18.96],
    [78.2232, 15.6469, 78.22, 15.65],
    [-89.9942, 139.2729, -89.99, 0],
    [-33.8688, 179.9999, -33.87, 180],
  ])("%f, %f becomes about a kilometre wide", (latitude, longitude, north, east) => {
    expect(applyGpsPolicy({ ...metadata, latitude, longitude }, "coarse")).toMatchObject({
      latitude: north,
      longitude: east,
    });
  });

  test.each([
    ["At 48.858370, 2.294481 in the rain", "At 48.86, 2.29 in the rain", "At … in the rain"],
    [
      "https://maps.example/@-33.85678,151.21530,17z",
      "https://maps.example/@-33.86,151.22,17z",
      "https://maps.example/@…,17z",
    ],
    ["mlat=48.8583&mlon=2.2951", "mlat=48.86&mlon=2.30", "mlat=…&mlon=…"],
    [`48°51'29.9"N 2° 17.700′ E`, "48°51'N 2° 17′ E", "…N … E"],
    [
      "f/2.8, 1.4142 and pi is 3.14159",
      "f/2.8, 1.4142 and pi is 3.14159",
      "f/2.8, 1.4142 and pi is 3.14159",
    ],
  ])("coordinates in texts are no finer: %s", (description, coarse, stripped) => {
    const photo = { ...metadata, description };
    expect(applyGpsPolicy(photo, "keep").description).toBe(description);
    expect(applyGpsPolicy(photo, "coarse").description).toBe(coarse);
    expect(applyGpsPolicy(photo, "strip").description).toBe(stripped);
  });

  test("keywords for programs go", () => {
    const tags = ["geotagged", "geo:lat=48.85837", "geo:lon=2.29448", "Paris"];
    expect(applyGpsPolicy({ ...metadata, tags }, "coarse").tags).toEqual(["geotagged", "Paris"]);
  });
});
