import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";

/** A small photo of one of a few kinds that the built-in descriptor tells apart. */
export interface SmallPhoto {
  path: string;
  kind: "sea" | "wood" | "town" | "rose";
  /** Varies within the kind. */
  variant: number;
  /** `YYYY:MM:DD HH:MM:SS`; no EXIF at all if not given. */
  takenAt?: string;
}

const COLOURS = { sea: "#2a6fb0", wood: "#2f6b34", town: "#6b6660", rose: "#c2185b" };

/** Six photos of each kind, a folder each. */
export const SMALL_ALBUM: SmallPhoto[] = (["sea", "wood", "town", "rose"] as const).flatMap(
  (kind, index) =>
    Array.from({ length: 6 }, (_, variant) => ({
      path: `${kind}/${kind}-${variant}.jpg`,
      kind,
      variant,
      takenAt: `202${index}:0${variant + 1}:15 10:00:0${variant}`,
    })),
);

/** Draws photos into a folder; the same photo has the same bytes each time. */
export async function drawAlbum(folder: string, photos: readonly SmallPhoto[]): Promise<void> {
  for (const photo of photos) {
    const file = join(folder, photo.path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await drawPhoto(photo));
  }
}

export async function drawPhoto({
  kind,
  variant,
  takenAt,
}: Omit<SmallPhoto, "path">): Promise<Buffer> {
  const image = sharp(Buffer.from(svgOf(kind, variant))).jpeg({ quality: 85 });
  if (takenAt === undefined) return image.toBuffer();
  return image
    .withExif({ IFD0: { Make: "Akin", Model: "Test" }, IFD2: { DateTimeOriginal: takenAt } })
    .toBuffer();
}

function svgOf(kind: SmallPhoto["kind"], variant: number): string {
  const shapes = Array.from({ length: 9 }, (_, index) => {
    const x = (index * 67 + variant * 23) % 480;
    const y = (index * 41 + variant * 31) % 320;
    if (kind === "sea") return `<rect x="0" y="${y}" width="480" height="5" fill="#ffffff44"/>`;
    if (kind === "wood") return `<rect x="${x}" y="0" width="14" height="320" fill="#1b1208"/>`;
    if (kind === "town")
      return `<rect x="${x}" y="${y}" width="40" height="320" fill="#2b2b30" stroke="#fd6"/>`;
    return `<circle cx="${x}" cy="${y}" r="36" fill="#f8bbd0" stroke="#880e4f" stroke-width="4"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">
    <rect width="480" height="320" fill="${COLOURS[kind]}"/>${shapes.join("")}</svg>`;
}
