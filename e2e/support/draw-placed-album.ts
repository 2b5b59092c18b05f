import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { drawPhoto, type SmallPhoto } from "./draw-album.js";

export interface PlacedPhoto extends SmallPhoto {
  takenAt: string;
  latitude: number;
  longitude: number;
}

/** Draws photos that tell where they were taken. */
export async function drawPlacedAlbum(
  folder: string,
  photos: readonly PlacedPhoto[],
): Promise<void> {
  for (const photo of photos) {
    const file = join(folder, photo.path);
    await mkdir(dirname(file), { recursive: true });
    const placed = sharp(await drawPhoto(photo)).withExif({
      IFD0: { Make: "Akin", Model: "Test" },
      IFD2: { DateTimeOriginal: photo.takenAt },
      IFD3: {
        GPSLatitudeRef: photo.latitude < 0 ? "S" : "N",
        GPSLatitude: degrees(photo.latitude),
        GPSLongitudeRef: photo.longitude < 0 ? "W" : "E",
        GPSLongitude: degrees(photo.longitude),
      },
    });
    await writeFile(file, await placed.jpeg({ quality: 85 }).toBuffer());
  }
}

function degrees(value: number): string {
  return `${Math.round(Math.abs(value) * 10_000)}/10000 0/1 0/1`;
}
