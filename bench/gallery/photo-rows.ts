import { createHash } from "node:crypto";
import { COLOURS, photoId } from "akin-browser/format";
import { RandomNumbers } from "../onnx/random-numbers.js";
import { CAMERAS, PLACES, WORDS } from "./vocabulary.js";

/** A row of `images`, which subject the photo shows, and how it looks. */
export interface GeneratedPhoto {
  number: number;
  subject: number;
  /** Photos of one look are alike in colours and layout. */
  look: number;
  row: Record<string, string | number | null | Uint8Array>;
}

/** Photos of one occasion: taken within hours, at one place, with one camera, in one folder. */
const OCCASION = 60;

/** Photos that follow each other and mostly show one subject. */
const SERIES = 20;

const FIRST_DAY = Date.UTC(2010, 0, 1);
const YEARS = 15 * 365.25 * 24 * 3600 * 1000;

/**
 * Describes a photo of an album of 15 years. What it says depends on the arguments alone.
 *
 * @param number photos are numbered by time; numbers from `photos` on are newer than the album
 * @param photos how many the album has
 * @param at another place in the album's time, 0 to 1
 */
export function generatedPhoto(number: number, photos: number, at?: number): GeneratedPhoto {
  const occasion = Math.floor(number / OCCASION);
  const ofOccasion = random("occasion", occasion);
  const own = random("photo", number);
  const place = skewed(ofOccasion, PLACES);
  const camera = skewed(ofOccasion, CAMERAS);
  const share = at ?? (occasion * OCCASION + ofOccasion.uniform() * OCCASION) / photos;
  const start = FIRST_DAY + share * YEARS;
  const taken = new Date(start + (number % OCCASION) * 90_000 + own.uniform() * 60_000);
  const day = new Date(start).toISOString().slice(0, 10);
  const filename = `${camera.prefix}${String(number % 10_000).padStart(4, "0")}.JPG`;
  // Numbers of cameras come again; the occasion keeps paths apart.
  const path = `${day.slice(0, 4)}/${day} ${place.city} ${occasion}/${filename}`;
  const upright = own.uniform() < 0.25;
  const lens = pick(own, camera.lenses);
  const id = photoId(path);
  const row = {
    id,
    path,
    filename,
    title: own.uniform() < 0.3 ? words(own, 2 + Math.floor(own.uniform() * 4)).join(" ") : null,
    description: own.uniform() < 0.08 ? words(own, 12).join(" ") : null,
    tags: JSON.stringify([...new Set([...words(ofOccasion, 2), ...words(own, 2)])]),
    exif: JSON.stringify({
      camera_make: camera.make,
      camera_model: camera.model,
      lens,
      focal_length_mm: pick(own, [24, 28, 35, 50, 70, 85, 135, 200]),
      focal_length_35mm: pick(own, [24, 28, 35, 50, 70, 85, 135, 200]),
      aperture_f: pick(own, [1.8, 2.8, 4, 5.6, 8, 11]),
      exposure_s: 1 / pick(own, [30, 60, 125, 250, 500, 1000, 2000]),
      iso: pick(own, [100, 200, 400, 800, 1600, 3200]),
      flash: own.uniform() < 0.05,
      exposure_bias_ev: 0,
      white_balance: "auto",
      software: `${camera.model} 1.${Math.floor(own.uniform() * 3)}`,
      orientation: upright ? 6 : 1,
    }),
    geocode: JSON.stringify({ city: place.city, region: place.region, country: place.country }),
    width: upright ? camera.height : camera.width,
    height: upright ? camera.width : camera.height,
    taken_at: taken.toISOString().slice(0, 19),
    latitude: own.uniform() < 0.6 ? rounded(place.latitude + own.uniform() / 10) : null,
    longitude: rounded(place.longitude + own.uniform() / 10),
    file_size: 2_000_000 + Math.floor(own.uniform() * 8_000_000),
    modified_at: taken.getTime(),
    content_hash: createHash("sha256").update(`content ${number}`).digest("hex"),
    placeholder: createHash("sha256").update(`placeholder ${number}`).digest().subarray(0, 25),
    metadata_fingerprint: "1:round",
    // Two or three main colours, as most photos have.
    colours: Uint8Array.from(COLOURS, () => (own.uniform() < 0.2 ? 80 : 10)),
  };
  if (row.latitude === null) Object.assign(row, { longitude: null });
  const subject = groupOf("subject", number, photos, own);
  return { number, subject, look: groupOf("look", number, photos, own), row };
}

/** Most photos share a group of 100 with those beside them; the others come back to one of the album's. */
function groupOf(kind: string, number: number, photos: number, own: RandomNumbers): number {
  const groups = Math.ceil(photos / 100);
  const source = own.uniform() < 0.7 ? random(kind, Math.floor(number / SERIES)) : own;
  return Math.floor(source.uniform() * groups);
}

/** Numbers that belong to a thing alone. */
function random(kind: string, number: number): RandomNumbers {
  const hash = createHash("sha256").update(`${kind} ${number}`).digest();
  return new RandomNumbers(hash.readInt32LE(0));
}

function pick<T>(numbers: RandomNumbers, list: readonly T[]): T {
  return at(list, Math.floor(numbers.uniform() * list.length));
}

/** Prefers the first entries, as people come back to few places. */
function skewed<T>(numbers: RandomNumbers, list: readonly T[]): T {
  return at(list, Math.floor(numbers.uniform() ** 3 * list.length));
}

function words(numbers: RandomNumbers, count: number): string[] {
  return Array.from({ length: count }, () => skewed(numbers, WORDS));
}

function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`there is no entry ${index} of ${list.length}`);
  return entry;
}

/** As the default of `--gps` publishes places. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
