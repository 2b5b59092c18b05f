import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseTags } from "../src/words/choose-tags.js";
import { readVocabulary } from "../src/words/vocabulary.js";

const D = 256;
const { signal } = new AbortController();

/** Photos that show nothing in particular, or some of one word, in a space of 256 dimensions. */
interface Album {
  photos: number;
  words: number;
  /** How many photos, from the first on, show a word, by its number. */
  shown?: Record<number, number>;
}

function drawn({ photos, words, shown = {} }: Album) {
  const random = normal(7);
  const common = unit(random);
  // Words have a direction in common that photos have not, as CLIP's have.
  const ownParts = rows(words, () => unit(random));
  let word = 0;
  const wordVectors = rows(words, () => {
    const own = ownParts.subarray(word * D, ++word * D);
    return sum(own, common, 1.5);
  });
  let photo = 0;
  const subjects = Object.entries(shown).flatMap(([word, count]) =>
    new Array<number>(count).fill(Number(word)),
  );
  const vectors = rows(photos, () => {
    const subject = subjects[photo++];
    const noise = unit(random);
    if (subject === undefined) return noise;
    return sum(noise, ownParts.subarray(subject * D, (subject + 1) * D), 0.9);
  });
  const ids = Float64Array.from({ length: photos }, (_, i) => 1 + i * 7919);
  const names = Array.from({ length: words }, (_, i) => `word ${i}`);
  return {
    photos: { ids, vectors, dimensions: D },
    words: { words: names, vectors: wordVectors, dimensions: D },
  };
}

test("photos get the word that they show, whether few or many show it", async () => {
  const album = drawn({ photos: 600, words: 300, shown: { 3: 12, 8: 120 } });
  const tags = await chooseTags(album.photos, album.words, signal);
  const first = Array.from({ length: 132 }, (_, row) => tags.get(row)?.[0]);
  const right = first.filter((tag, row) => tag === (row < 12 ? "word 3" : "word 8"));
  expect(right.length).toBeGreaterThan(125);
  const others = [...tags.keys()].filter((row) => row >= 132);
  expect(others.length).toBeLessThan(0.1 * tags.size);
  for (const given of tags.values()) expect(given.length).toBeLessThanOrEqual(5);
});

test("where photos show none of the words, next to none gets one", async () => {
  const album = drawn({ photos: 600, words: 300 });
  expect((await chooseTags(album.photos, album.words, signal)).size).toBeLessThan(6);
});

test("no gallery is too small, too uniform or without words", async () => {
  const few = drawn({ photos: 5, words: 300, shown: { 3: 2 } });
  expect((await chooseTags(few.photos, few.words, signal)).size).toBe(0);
  const same = drawn({ photos: 40, words: 50 });
  const one = same.photos.vectors.slice(0, D);
  for (let row = 0; row < 40; row++) same.photos.vectors.set(one, row * D);
  expect((await chooseTags(same.photos, same.words, signal)).size).toBe(0);
  const none = { words: [], vectors: new Float32Array(), dimensions: D };
  expect((await chooseTags(same.photos, none, signal)).size).toBe(0);
});

test("the vocabulary is a few thousand words, and an owner's file adds, tells apart and leaves out", () => {
  const everyday = readVocabulary(null);
  expect(everyday.size).toBeGreaterThan(2000);
  expect(everyday.get("dog")).toBe("dog");
  expect(everyday.get("mouse")).toBe("a mouse, the animal");
  const folder = mkdtempSync(join(tmpdir(), "akin-words-"));
  const file = join(folder, "words.txt");
  writeFileSync(file, "# ours\n[family]\nBella = a brown dachshund # our dog\n-dog\n\n");
  const ours = readVocabulary(file);
  expect(ours.get("Bella")).toBe("a brown dachshund");
  expect([ours.has("dog"), ours.size]).toEqual([false, everyday.size]);
  writeFileSync(file, "sea\n= nothing\n");
  expect(() => readVocabulary(file)).toThrow(/words\.txt, line 2: expected a word/);
  expect(() => readVocabulary(join(folder, "none.txt"))).toThrow(/can't be read/);
  rmSync(folder, { recursive: true });
});

/** Park and Miller's generator, and Box and Muller's method: the same numbers each time. */
function normal(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

function unit(random: () => number): Float32Array {
  return normalised(Float32Array.from({ length: D }, random));
}

function sum(a: Float32Array, b: Float32Array, weight: number): Float32Array {
  return normalised(a.map((value, i) => value + weight * (b[i] ?? 0)));
}

function normalised(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function rows(count: number, make: () => Float32Array): Float32Array {
  const all = new Float32Array(count * D);
  for (let row = 0; row < count; row++) all.set(make(), row * D);
  return all;
}
