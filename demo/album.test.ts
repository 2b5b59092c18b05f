import ExifReader from "exifreader";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPhoto, type PlannedPhoto, planAlbum } from "./index.js";

const album = planAlbum();

function first(wanted: (photo: PlannedPhoto) => boolean): PlannedPhoto {
  const photo = album.find(wanted);
  if (photo === undefined) throw new Error("No such photo in the album");
  return photo;
}

describe("the plan of the album", () => {
  it("has at least 160 photos in at least 14 families, at least 10 each", () => {
    expect(album.length).toBeGreaterThanOrEqual(160);
    const sizes = new Map<string, number>();
    for (const { family } of album) sizes.set(family, (sizes.get(family) ?? 0) + 1);
    expect(sizes.size).toBeGreaterThanOrEqual(14);
    expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(10);
  });

  it("gives each photo its own path, in its family's folder", () => {
    expect(new Set(album.map(({ path }) => path.toLowerCase())).size).toBe(album.length);
    expect(album.every(({ path, family }) => path.startsWith(`${family}/`))).toBe(true);
  });

  it("is the same each time", () => {
    expect(planAlbum()).toEqual(album);
  });

  it("has bursts of 3 to 7 shots, seconds apart", () => {
    const bursts = new Map<string, PlannedPhoto[]>();
    for (const photo of album) {
      if (photo.burst !== undefined)
        bursts.set(photo.burst, [...(bursts.get(photo.burst) ?? []), photo]);
    }
    expect(bursts.size).toBeGreaterThanOrEqual(3);
    for (const shots of bursts.values()) {
      expect(shots.length).toBeGreaterThanOrEqual(3);
      expect(shots.length).toBeLessThanOrEqual(7);
      const times = shots.map(({ details }) =>
        Date.parse(details.takenAt.replace(/^(\d+):(\d+):(\d+) /, "$1-$2-$3T")),
      );
      expect(
        times
          .slice(1)
          .every((time, i) => time - (times[i] ?? 0) >= 1000 && time - (times[i] ?? 0) <= 5000),
      ).toBe(true);
    }
  });

  it("has all eight orientations, and photos with and without a place", () => {
    expect([...new Set(album.map(({ orientation }) => orientation))].sort()).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(new Set(album.map(({ details }) => details.gps === undefined)).size).toBe(2);
  });
});

describe("a photo of the album", () => {
  it("is the same bytes when drawn again", { timeout: 30_000 }, async () => {
    const photo = first(({ family }) => family === "dunes");
    expect((await drawPhoto(photo)).equals(await drawPhoto(photo))).toBe(true);
  });

  it("is upright once its orientation is applied", { timeout: 60_000 }, async () => {
    const photo = first(({ family, portrait }) => family === "autumn" && !portrait);
    const upright = await thumbnail(await drawPhoto({ ...photo, orientation: 1 }));
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const turned = await drawPhoto({ ...photo, orientation });
      expect((await sharp(turned).metadata()).orientation).toBe(orientation);
      const seen = await thumbnail(turned);
      const difference =
        seen.reduce((sum, value, i) => sum + Math.abs(value - (upright[i] ?? 0)), 0) / seen.length;
      expect(difference, `orientation ${orientation}`).toBeLessThan(5);
    }
  });

  it("carries its EXIF, place, IPTC and XMP", { timeout: 30_000 }, async () => {
    const photo = first(
      ({ details }) => details.writtenAs === "both" && details.gps?.altitude !== undefined,
    );
    const { details } = photo;
    const tags = ExifReader.load(await drawPhoto(photo), { expanded: true });
    expect(tags.exif?.Make?.description).toBe(details.make);
    expect(tags.exif?.Model?.description).toBe(details.model);
    expect(tags.exif?.DateTimeOriginal?.description).toBe(details.takenAt);
    expect(tags.exif?.ISOSpeedRatings?.value).toBe(details.iso);
    expect(tags.exif?.FocalLengthIn35mmFilm?.value).toBe(details.focalLength35);
    expect(tags.gps?.Latitude).toBeCloseTo(details.gps?.latitude ?? 0, 5);
    expect(tags.gps?.Longitude).toBeCloseTo(details.gps?.longitude ?? 0, 5);
    expect(tags.gps?.Altitude).toBe(details.gps?.altitude);
    expect(tags.iptc?.["Object Name"]?.description).toBe(details.title);
    expect(tags.iptc?.Keywords).toMatchObject(
      details.keywords.map((description) => ({ description })),
    );
    expect(tags.xmp?.title?.description).toBe(details.title);
    expect(tags.xmp?.subject?.description).toBe(details.keywords.join(", "));
  });

  it("keeps letters outside ASCII in IPTC", { timeout: 30_000 }, async () => {
    const photo = first(({ details }) => details.writtenAs === "iptc");
    const jpeg = await drawPhoto({
      ...photo,
      details: { ...photo.details, title: "Tromsø – 北極" },
    });
    expect(ExifReader.load(jpeg, { expanded: true }).iptc?.["Object Name"]?.description).toBe(
      "Tromsø – 北極",
    );
  });
});

function thumbnail(jpeg: Buffer): Promise<Buffer> {
  return sharp(jpeg).autoOrient().resize(160, 107, { fit: "fill" }).raw().toBuffer();
}
