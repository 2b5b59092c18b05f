import { createRandom, type Random, seedOf } from "./drawing/random.js";
import { type Family, SCENES } from "./families/scenes.js";
import type { PhotoDetails } from "./metadata/photo-details.js";
import { laterBy, planDetails } from "./metadata/plan-details.js";

/** A photo of the demo album, before it is drawn. */
export interface PlannedPhoto {
  /** Within the album, with `/`. The folder is the family. */
  path: string;
  /** The ground truth for "similar". */
  family: Family;
  /** Photos with the same name here are shots of one moment. */
  burst?: string;
  /** What is drawn: the same seed and variant give the same scene. */
  seed: number;
  variant: number;
  portrait: boolean;
  /** EXIF orientation, 1 to 8, that the pixels are stored for. */
  orientation: number;
  /** How this shot differs from others of the same scene: pixels, and a factor. */
  shake: { x: number; y: number; exposure: number };
  details: PhotoDetails;
}

const SCENES_PER_FAMILY = 10;

/** Which scene of a family was shot how often. */
const BURSTS: Partial<Record<Family, { scene: number; shots: number }>> = {
  harbour: { scene: 3, shots: 4 },
  sunset: { scene: 5, shots: 5 },
  waterfall: { scene: 2, shots: 7 },
  flowers: { scene: 6, shots: 3 },
};

/** Scenes that are mostly seen upright. */
const UPRIGHT: readonly Family[] = ["waterfall", "street", "lighthouse", "flowers"];

/** All photos of the demo album, always the same. */
export function planAlbum(): PlannedPhoto[] {
  const families = Object.keys(SCENES) as Family[];
  return families.flatMap((family, i) => planFamily(family, i));
}

function planFamily(family: Family, number: number): PlannedPhoto[] {
  const photos: PlannedPhoto[] = [];
  for (let scene = 0; scene < SCENES_PER_FAMILY; scene++) {
    const seed = seedOf(`${family} ${scene}`);
    const random = createRandom(seed ^ 0x9e3779b9);
    const { details, name } = planDetails(family, scene, SCENES_PER_FAMILY, random);
    const portrait = scene % 5 === 3 || (UPRIGHT.includes(family) && scene % 2 === 1);
    const photo: PlannedPhoto = {
      path: `${family}/${name}`,
      family,
      seed,
      variant: scene,
      portrait,
      orientation: orientationOf(number * SCENES_PER_FAMILY + scene, portrait),
      shake: { x: 0, y: 0, exposure: 1 },
      details,
    };
    const burst = BURSTS[family];
    if (burst?.scene === scene) photos.push(...planBurst(photo, burst.shots, random));
    else photos.push(photo);
  }
  return photos;
}

/** Most cameras hold portraits as turned landscapes; mirrored files are rare, but must be somewhere. */
function orientationOf(index: number, portrait: boolean): number {
  if (portrait) return [6, 8, 1, 6, 5, 7][Math.floor(index / 3) % 6] ?? 1;
  return { 12: 2, 34: 3, 56: 4, 90: 2, 120: 3, 142: 4 }[index] ?? 1;
}

function planBurst(photo: PlannedPhoto, shots: number, random: Random): PlannedPhoto[] {
  const [, stem = "", first = "", extension = ""] = /^(.*?)(\d+)(\.\w+)$/.exec(photo.path) ?? [];
  let seconds = 0;
  return Array.from({ length: shots }, (_, shot) => {
    seconds += shot === 0 ? 0 : random.int(1, 3);
    return {
      ...photo,
      path: `${stem}${Number(first) + shot}${extension}`,
      burst: photo.family,
      shake: { x: random.int(-9, 9), y: random.int(-6, 6), exposure: random.range(0.96, 1.04) },
      details: { ...photo.details, takenAt: laterBy(photo.details.takenAt, seconds) },
    };
  });
}
