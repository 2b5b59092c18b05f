import { photoId } from "../../src/format/index.js";
import type { FixturePhoto } from "./fixture-photos.js";

/** So many that the database is above 1 MB and the int8 vectors above 20 MB: both are then read piece by piece. */
export const MANY_PHOTOS = 4096;
export const MANY_DIMENSIONS = 5000;

const WORDS = ["harbour", "meadow", "bridge", "lantern", "glacier", "market", "orchard", "viaduct"];

/** Photos of eight subjects in display order, over three years; every 50th is without a date. */
export function manyPhotos(count = MANY_PHOTOS, dimensions = MANY_DIMENSIONS): FixturePhoto[] {
  const random = mulberry32(7);
  const dated = Array.from({ length: count }, (_, index): FixturePhoto => {
    const word = WORDS[index % WORDS.length] ?? "";
    const path = `${word}/${index % 3 === 0 ? "near" : "far"}/${word} ${index}.jpg`;
    const minutes = Math.floor((index * 3 * 365 * 24 * 60) / count);
    const takenAt = new Date(Date.UTC(2021, 0, 1) + minutes * 60_000).toISOString().slice(0, 19);
    return {
      id: photoId(path),
      path,
      takenAt: index % 50 === 49 ? null : takenAt,
      vector: subjectVector(index % WORDS.length, dimensions, random),
      similar: [],
    };
  });
  return dated.sort(
    (a, b) => (b.takenAt ?? "").localeCompare(a.takenAt ?? "") || (a.path < b.path ? -1 : 1),
  );
}

/** Near its subject's direction: a few dozen dimensions that are not 0. */
function subjectVector(subject: number, dimensions: number, random: () => number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const own = Math.min(64, dimensions / WORDS.length);
  for (let i = 0; i < own; i++) vector[subject * own + i] = 0.5 + random();
  for (let i = 0; i < dimensions / 25; i++) {
    vector[Math.floor(random() * dimensions)] = random() - 0.5;
  }
  return vector;
}

/** Numbers from 0 to below 1 (mulberry32, Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
