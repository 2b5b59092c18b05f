import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PhotoMetadata } from "../src/metadata/photo-metadata.js";
import { readMetadata } from "../src/metadata/read-metadata.js";

const shared = process.env.AKIN_SHARED;

/** Real files, which are no part of the repository; their values were read by hand from a dump of the raw tags. */
describe.skipIf(!shared)("photos of cameras and of other projects' tests", () => {
  const photos = join(shared ?? "", "photos");
  const read = (path: string) => readMetadata(readFileSync(join(photos, path)));

  test.each<[string, Partial<PhotoMetadata>]>([
    [
      "cameras/gps/DSCN0010.jpg",
      {
        takenAt: "2008-10-22T16:28:39",
        latitude: 43.4674483,
        longitude: 11.8851267,
        description: null,
      },
    ],
    ["cameras/makes/Kodak_CX7530.jpg", { latitude: -0.3713, longitude: 36.0564167 }],
    ["cameras/makes/long_description.jpg", { title: "030904-A-2140D-006", takenAt: "2003-08-31" }],
    ["cameras/makes/WWL_(Polaroid)_ION230.jpg", { description: null }],
    ["formats/IMG_2927.HEIC", { takenAt: "2020-05-04T18:39:11.644-04:00", latitude: null }],
    ["formats/exif-at-eof.heic", { latitude: 47.2071241, longitude: 106.2431051 }],
    ["formats/Issue 487.heic", { takenAt: "2020-06-30T11:27:59", latitude: null, longitude: null }],
    [
      "odd/a/iptc.jpg",
      { tags: ["HvK", "2006", "summer", "July", "holiday", "Hungary", "Budapest"] },
    ],
  ])("%s", async (path, expected) => expect(await read(path)).toMatchObject(expected));

  test.each<[string, PhotoMetadata["exif"]]>([
    [
      "cameras/makes/Canon_40D.jpg",
      {
        camera_model: "Canon EOS 40D",
        iso: 100,
        aperture_f: 7.1,
        exposure_s: 0.00625,
        flash: true,
        focal_length_mm: 135,
      },
    ],
    [
      "formats/Issue 649.avif",
      { lens: "EF50mm f/1.8 STM", iso: 400, exposure_s: 0.0166667, white_balance: "auto" },
    ],
    ["formats/Nikon D1X.webp", { flash: true, focal_length_35mm: 25, white_balance: "manual" }],
    [
      "odd/a/ultrahdr.jpg",
      { camera_model: "Pixel 6", altitude_m: 98.9, direction_deg: 99, iso: 89 },
    ],
  ])("the camera of %s", async (path, expected) =>
    expect((await read(path)).exif).toMatchObject(expected),
  );

  test.each([
    ["cameras/gps", { date: 9, place: 9, camera: 9 }],
    ["cameras/makes", { date: 10, place: 1, camera: 9 }],
    ["formats", { date: 5, place: 1, camera: 5 }],
    ["odd", { date: 17, place: 1, camera: 4 }],
  ])("%s: none fails, and as many tell something as were seen", async (folder, expected) => {
    const count = { date: 0, place: 0, camera: 0 };
    for (const name of readdirSync(join(photos, folder), { recursive: true, encoding: "utf8" })) {
      if (!statSync(join(photos, folder, name)).isFile()) continue;
      const { takenAt, latitude, exif } = await read(join(folder, name));
      count.date += Number(takenAt !== null);
      count.place += Number(latitude !== null);
      count.camera += Number(exif.camera_model !== undefined);
    }
    console.log(`${folder}: ${JSON.stringify(count)}`);
    expect(count.date).toBeGreaterThanOrEqual(expected.date);
    expect(count.place).toBeGreaterThanOrEqual(expected.place);
    expect(count.camera).toBeGreaterThanOrEqual(expected.camera);
  });
});
