import { PLACE_COLUMNS, PLACE_UNITS } from "akin-browser/format";
import type { SiteFolder } from "./site-folder.js";

/** A published photo that tells where it was taken. */
export interface PlacedPhoto {
  position: number;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** City, region and country, as far as the photo tells; else empty. */
  name: string;
}

/**
 * Writes where photos were taken.
 * @param photos ascending by position
 * @returns the file's name; null where no photo tells
 */
export async function writePlaces(
  site: SiteFolder,
  photos: readonly PlacedPhoto[],
): Promise<string | null> {
  if (photos.length === 0) return null;
  const columns = Buffer.alloc(4 + 4 * PLACE_COLUMNS * photos.length);
  const names = [...new Set(["", ...photos.map(({ name }) => name)])];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const values = [
    photos.map(({ position }) => position),
    photos.map(({ latitude }) => Math.round(latitude * PLACE_UNITS)),
    photos.map(({ longitude }) => Math.round(longitude * PLACE_UNITS)),
    photos.map(({ name }) => indexOf.get(name) ?? 0),
  ];
  // Differences are small, because photos that follow each other in time do so in place; gzip halves them again.
  let at = columns.writeUInt32LE(photos.length, 0);
  for (const column of values) {
    let before = 0;
    for (const value of column) {
      at = columns.writeInt32LE(value - before, at);
      before = value;
    }
  }
  const { name } = await site.putData(
    "places",
    Buffer.concat([columns, Buffer.from(JSON.stringify(names))]),
  );
  return name;
}
