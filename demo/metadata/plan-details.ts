import { clamp } from "../drawing/colour.js";
import type { Random } from "../drawing/random.js";
import type { Family } from "../families/scenes.js";
import { CAMERAS, type Camera } from "./cameras.js";
import { OCCASIONS, type Outing } from "./outings.js";
import type { PhotoDetails } from "./photo-details.js";

/** Light in the scene, as an exposure value at ISO 100. */
const LIGHT: Record<Family, number> = {
  aurora: -2,
  autumn: 12,
  beach: 15,
  clouds: 15,
  dunes: 13.5,
  flowers: 13,
  forest: 10,
  fruit: 8,
  harbour: 14,
  lake: 12,
  lighthouse: 11,
  mountains: 15,
  "night-city": 3,
  street: 13,
  sunset: 11,
  waterfall: 8,
};

/** A photo's details and the name that its camera gives the file. */
export interface PlannedDetails {
  details: PhotoDetails;
  name: string;
}

/** Plans the metadata of photo `index` of `count` of a family; the first half was taken on its first outing. */
export function planDetails(
  family: Family,
  index: number,
  count: number,
  random: Random,
): PlannedDetails {
  const occasion = OCCASIONS[family];
  const second = index >= count / 2;
  const outing = occasion.outings[second ? 1 : 0];
  const camera = CAMERAS[
    (Object.keys(OCCASIONS).indexOf(family) * 5 + (second ? 2 : 0)) % CAMERAS.length
  ] as Camera;
  const time = planTime(outing, index % Math.ceil(count / 2), random);
  const writtenAs =
    (["iptc", "xmp", "both", "none", "xmp", "iptc", "none"] as const)[index % 7] ?? "none";
  const place = outing.place;
  const keywords = [
    ...occasion.keywords.filter((_, i) => i < 2 || random.chance(0.6)),
    ...(random.chance(0.5) ? [place] : []),
  ];
  const title = occasion.titles[index % occasion.titles.length] ?? family;
  const details: PhotoDetails = {
    takenAt: exifTime(time),
    ...(camera.knowsOffset && { offset: outing.offset }),
    make: camera.make,
    model: camera.model,
    ...(camera.lens !== undefined && { lens: camera.lens }),
    ...planExposure(camera, LIGHT[family] + random.range(-0.7, 0.7), random),
    flash: family === "fruit" && index % 5 === 0 ? 25 : camera.flash,
    ...(camera.knowsPlace && { gps: planPlace(outing, random) }),
    ...(writtenAs !== "none" && { title }),
    ...(writtenAs !== "none" && random.chance(0.5) && { description: `${title}, ${place}` }),
    keywords: writtenAs === "none" ? [] : keywords,
    writtenAs,
  };
  return { details, name: fileName(camera, time, title, index, random) };
}

/** Shifts a time of EXIF by seconds. */
export function laterBy(takenAt: string, seconds: number): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = takenAt
    .split(/[: ]/)
    .map(Number);
  return exifTime(new Date(Date.UTC(year, month - 1, day, hour, minute, second + seconds)));
}

function planTime(outing: Outing, index: number, random: Random): Date {
  const [year, month, day] = outing.day;
  const [from, to] = outing.hours;
  // Minutes of the day; two or three photos a day.
  const minute = Math.floor(random.range(from * 60, to * 60));
  return new Date(
    Date.UTC(year, month - 1, day + Math.floor(index / 3), 0, minute, random.int(0, 59)),
  );
}

function exifTime(time: Date): string {
  return time.toISOString().slice(0, 19).replaceAll("-", ":").replace("T", " ");
}

function planExposure(
  camera: Camera,
  light: number,
  random: Random,
): Pick<PhotoDetails, "exposure" | "aperture" | "iso" | "focalLength" | "focalLength35"> {
  const aperture = random.pick(camera.apertures);
  const focal = Math.round(random.range(camera.focal[0], camera.focal[1]) * 10) / 10;
  const isos = [100, 200, 400, 800, 1600, 3200];
  const seconds = (iso: number): number => (aperture * aperture * 100) / (iso * 2 ** light);
  const iso =
    isos.find((value) => seconds(value) <= 1 / 100) ?? (light < 0 ? 3200 : light < 9 ? 100 : 1600);
  const time = clamp(seconds(iso), 1 / 8000, 15);
  return {
    exposure: time >= 0.4 ? `${Math.round(time * 10)}/10` : `1/${niceDenominator(1 / time)}`,
    aperture,
    iso,
    focalLength: focal,
    focalLength35: Math.round(focal * camera.crop),
  };
}

function niceDenominator(value: number): number {
  const steps = [
    3, 4, 5, 8, 10, 15, 20, 30, 40, 60, 80, 100, 125, 160, 200, 250, 320, 400, 500, 640, 800, 1000,
    1250, 1600, 2000, 2500, 3200, 4000, 5000, 6400, 8000,
  ];
  return steps.reduce((best, step) =>
    Math.abs(step - value) < Math.abs(best - value) ? step : best,
  );
}

function planPlace(outing: Outing, random: Random): NonNullable<PhotoDetails["gps"]> {
  const near = (value: number): number =>
    Math.round((value + random.range(-0.004, 0.004)) * 1e5) / 1e5;
  return {
    latitude: near(outing.latitude),
    longitude: near(outing.longitude),
    ...(outing.altitude !== undefined && { altitude: outing.altitude + random.int(0, 6) }),
  };
}

function fileName(
  camera: Camera,
  time: Date,
  title: string,
  index: number,
  random: Random,
): string {
  const count = random.int(1000, 9000);
  const stamp = time.toISOString().replace(/\D/g, "");
  if (index % 5 === 4) return `${title.toLowerCase().replace(/\W+/g, "-")}-${index + 1}.jpg`;
  if (camera.names === "PXL_")
    return `PXL_${stamp.slice(0, 8)}_${stamp.slice(8, 14)}${String(count).slice(0, 3)}.jpg`;
  if (camera.names === "P") return `P${stamp.slice(4, 8)}${count}.JPG`;
  return `${camera.names}${count}.${camera.names === "IMG_" ? "jpg" : "JPG"}`;
}
