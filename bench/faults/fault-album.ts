import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";

/** A photo of the album: the same number is the same picture. */
type Photo = readonly [path: string, picture: number];

const FOLDERS = ["2021/sea", "2022/wood", "2023/town", "rose"];

/** Twenty photos in four folders. */
const BEFORE: readonly Photo[] = Array.from({ length: 20 }, (_, index): Photo => {
  return [`${FOLDERS[index % 4]}/photo-${index}.jpg`, index];
});

/** One file of each kind of change, and a copy of another photo. */
const REMOVED = "2021/sea/photo-4.jpg";
const RENAMED = ["2022/wood/photo-5.jpg", "2022/wood/a new name.jpg"] as const;
const CHANGED: Photo = ["2023/town/photo-6.jpg", 106];
const ADDED: readonly Photo[] = [
  ["2024/new/photo-20.jpg", 20],
  ["2024/new/photo-21.jpg", 21],
  ["rose/photo-22.jpg", 22],
  ["rose/a copy of 3.jpg", 3],
];

/** An album that is in one of two states, always at the same place, with the same bytes and times each time. */
export class FaultAlbum {
  private readonly pictures = new Map<number, Buffer>();

  constructor(readonly folder: string) {}

  /** All photos of the second state, by path. */
  get photos(): ReadonlyMap<string, number> {
    const photos = new Map(BEFORE);
    photos.delete(REMOVED);
    photos.set(RENAMED[1], photos.get(RENAMED[0]) ?? 0);
    photos.delete(RENAMED[0]);
    for (const [path, picture] of [CHANGED, ...ADDED]) photos.set(path, picture);
    return photos;
  }

  async drawBefore(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    for (const photo of BEFORE) await this.put(photo);
  }

  /** Adds, removes, renames and changes photos. */
  async change(): Promise<void> {
    rmSync(join(this.folder, REMOVED));
    renameSync(join(this.folder, RENAMED[0]), join(this.folder, RENAMED[1]));
    for (const photo of [CHANGED, ...ADDED]) await this.put(photo);
  }

  /** Brings back the second state, times included. */
  async restore(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    for (const photo of this.photos) await this.put(photo);
  }

  /** The file of a picture. */
  async content(picture: number): Promise<Buffer> {
    let content = this.pictures.get(picture);
    if (!content) {
      content = await draw(picture);
      this.pictures.set(picture, content);
    }
    return content;
  }

  private async put([path, picture]: Photo): Promise<void> {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await this.content(picture));
    utimesSync(file, picture + 1_600_000_000, picture + 1_600_000_000);
  }
}

/** Every third is large enough for two web sizes. */
function draw(picture: number): Promise<Buffer> {
  const [width, height] = picture % 3 === 0 ? [720, 480] : [300, 200];
  const circles = Array.from({ length: 8 }, (_, index) => {
    const [x, y] = [(index * 67 + picture * 23) % width, (index * 41 + picture * 31) % height];
    return `<circle cx="${x}" cy="${y}" r="${20 + (picture % 7) * 6}" fill="hsl(${index * 40},60%,60%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${picture * 37},40%,40%)"/>${circles.join("")}</svg>`;
  const taken = new Date(Date.UTC(2020, picture % 12, picture + 1, 12)).toISOString();
  const exif = taken.slice(0, 19).replace("T", " ").replaceAll("-", ":");
  return sharp(Buffer.from(svg))
    .withExif({ IFD0: { Make: "Akin" }, IFD2: { DateTimeOriginal: exif } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
