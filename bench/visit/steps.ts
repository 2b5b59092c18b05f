import type { FacetKind } from "akin-browser";
import { FACET_KINDS } from "akin-browser/format";
import type { SlowLink } from "./slow-link.js";
import type { Visit } from "./visits.js";

/** What visitors ask for. */
export interface Subjects {
  /** Ids of photos, of which each visit takes others. */
  photos: readonly number[];
  /** Words, each of which about as many photos have as have any. */
  words: readonly string[];
  /** The word that most photos have. */
  frequentWord: string;
  /** A filter that leaves one photo in some hundred. */
  filter: { camera: string; year: string };
}

/** Their values grow with the gallery: each occasion has its folder. */
const GROWING: FacetKind = "folder";
const FIXED = FACET_KINDS.filter((kind) => kind !== GROWING);

/** As many as the app asks for first. */
const SCREENFUL = 24;

/** Warm, a step is measured so often within a visit. */
const REPEATS = 3;

/** Opens photos. @param turn which visit it is, from 0 */
export async function openPhotos(visit: Visit, { photos }: Subjects, turn: number): Promise<void> {
  const photo = (index: number) => ({ type: "photo", id: pick(photos, 4 * turn + index) }) as const;
  await visit.measure("photo, cold", photo(0));
  await visit.measure("photo, another one", photo(1));
  await visit.ask({ type: "prefetch", ids: [photo(2).id, photo(3).id] });
  await visit.measure("photo, fetched ahead", photo(2));
  await visit.measure("photo, fetched ahead", photo(3));
  for (let i = 0; i < REPEATS; i++) await visit.measure("photo, again", photo(0));
}

/** Searches for words, SQLite not being there: for a screenful of photos, as the page does. */
export async function searchWords(visit: Visit, subjects: Subjects, turn: number): Promise<void> {
  const search = (text: string) =>
    ({ type: "search", options: { where: { text }, limit: SCREENFUL } }) as const;
  const word = pick(subjects.words, 2 * turn);
  await visit.measure("word, cold", search(word));
  await visit.measure("another word", search(pick(subjects.words, 2 * turn + 1)));
  await visit.measure("the most frequent word", search(subjects.frequentWord));
  for (let i = 0; i < REPEATS; i++) await visit.measure("the first word again", search(word));
}

/** Searches for more photos than a screen shows, SQLite not being there. */
export async function searchForMany(visit: Visit, { words }: Subjects, turn: number) {
  const where = { text: pick(words, 2 * turn) };
  await visit.measure("word, cold: 50 photos", { type: "search", options: { where, limit: 50 } });
}

/** Counts and filters, SQLite being there. */
export async function countAndFilter(visit: Visit, { filter }: Subjects): Promise<void> {
  await visit.measure("SQLite and the database opened", { type: "start-worker" });
  await visit.measure("facets of nine kinds", { type: "facets", kinds: FIXED });
  for (let i = 0; i < REPEATS; i++) {
    await visit.measure("facets of nine kinds again", { type: "facets", kinds: FIXED });
  }
  await visit.measure("facets: folders", { type: "facets", kinds: [GROWING] });
  await visit.measure("the newest 50", { type: "search", options: {} });
  await visit.measure("camera and year: count", { type: "count", where: filter });
  await visit.measure("camera and year: 50 photos", { type: "search", options: { where: filter } });
  for (let i = 0; i < REPEATS; i++) {
    await visit.measure("camera and year: count again", { type: "count", where: filter });
  }
}

/** Searches by photos, SQLite being there: through all int8 vectors, or through the signs where those are many. */
export async function searchByPhotos(visit: Visit, subjects: Subjects, turn: number) {
  await visit.ask({ type: "start-worker" });
  await measureSearches(visit, subjects, turn, "");
}

/** The same with all vectors there, however many they are; that they come is not measured. */
export async function searchLoaded(visit: Visit, subjects: Subjects, turn: number, link: SlowLink) {
  link.throttled = false;
  await visit.ask({ type: "load-vectors" });
  link.throttled = true;
  await measureSearches(visit, subjects, turn, ", all vectors there");
}

async function measureSearches(
  visit: Visit,
  { photos, filter }: Subjects,
  turn: number,
  suffix: string,
): Promise<void> {
  const photo = (index: number) => pick(photos, 5 * turn + index);
  const search = (plus: number[], others: { minus?: number[]; limit?: number } = {}) =>
    ({ type: "search", options: { plus, ...others } }) as const;
  await visit.measure(`by photo, first${suffix}`, search([photo(0)]));
  await visit.measure(`by another photo${suffix}`, search([photo(1)]));
  await visit.measure(`by another photo, 10 nearest${suffix}`, search([photo(2)], { limit: 10 }));
  await visit.measure(`by another photo, of camera and year${suffix}`, {
    type: "search",
    options: { plus: [photo(3)], where: filter },
  });
  const sum = search([photo(0), photo(1)], { minus: [photo(4)] });
  await visit.measure(`photo + photo - photo${suffix}`, sum);
  for (let i = 0; i < REPEATS; i++) {
    await visit.measure(`by the first photo again${suffix}`, search([photo(0)]));
    await visit.measure(`photo + photo - photo again${suffix}`, sum);
  }
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}
