import { describe, expect, test, vi } from "vitest";
import { findNeighbours } from "../src/similarity/find-neighbours.js";
import type { NeighbourLists } from "../src/similarity/neighbour-lists.js";
import { updateNeighbours } from "../src/similarity/update-neighbours.js";
import { randomVector, seededRandom, vectorSet } from "./neighbours-vectors.js";

type Album = Map<number, number[]>;

const DIMENSIONS = 6;

/** A photo like others: often a copy of one, sometimes the zero vector. */
function anyVector(random: () => number, album: Album): number[] {
  const others = [...album.values()];
  const copied = others[Math.floor(random() * others.length)];
  if (copied && random() < 0.25) return copied;
  return random() < 0.1 ? Array(DIMENSIONS).fill(0) : randomVector(random, DIMENSIONS);
}

/** Removes, changes and adds some photos. @returns the ids that are new or changed */
function change(random: () => number, album: Album, amount: number): Set<number> {
  const changed = new Set<number>();
  for (const id of [...album.keys()]) {
    const chance = random() / amount;
    if (chance < 0.4) album.delete(id);
    else if (chance < 0.8) changed.add(id);
  }
  for (const id of changed) album.set(id, anyVector(random, album));
  for (let i = 0; i < random() * 60 * amount; i++) {
    const id = Math.floor(random() * 1e6);
    album.set(id, anyVector(random, album));
    changed.add(id);
  }
  return changed;
}

function differing(lists: NeighbourLists, previous: NeighbourLists): number[] {
  const isSame = (id: number) =>
    JSON.stringify(lists.get(id)) === JSON.stringify(previous.get(id) ?? null);
  return [...lists.keys()].filter((id) => !isSame(id));
}

describe("updateNeighbours gives what findNeighbours gives, to the bit", () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))("history %i", async (seed) => {
    const random = seededRandom(seed);
    const album: Album = new Map();
    const k = 1 + Math.floor(random() * 8);
    const count = random() * 120;
    for (let id = 1; id < count; id++) album.set(id * 3, anyVector(random, album));
    let lists = await findNeighbours(vectorSet(album), k);
    for (const amount of [0.05, 0.02, 0.6, 0.01]) {
      const changed = change(random, album, amount);
      const set = vectorSet(album);
      const update = await updateNeighbours(set, lists, changed, k);
      const full = await findNeighbours(set, k);
      expect([...update.lists]).toEqual([...full]);
      expect([...update.touched]).toEqual(differing(full, lists));
      lists = update.lists;
    }
  });

  test("when the number of neighbours changes", async () => {
    const random = seededRandom(99);
    const album: Album = new Map();
    for (let id = 1; id <= 60; id++) album.set(id, randomVector(random, DIMENSIONS));
    const set = vectorSet(album);
    const six = await findNeighbours(set, 6);
    const nine = await findNeighbours(set, 9);
    expect((await updateNeighbours(set, six, new Set(), 9)).lists).toEqual(nine);
    expect((await updateNeighbours(set, nine, new Set(), 6)).lists).toEqual(six);
  });
});

describe("updateNeighbours", () => {
  test("starts from nothing, and ends with nothing", async () => {
    const set = vectorSet(
      new Map([
        [1, [1, 0]],
        [2, [0, 1]],
      ]),
    );
    const { lists, touched } = await updateNeighbours(set, new Map(), new Set(), 3);
    expect(lists).toEqual(await findNeighbours(set, 3));
    expect(touched).toEqual(new Set([1, 2]));
    const empty = await updateNeighbours(vectorSet(new Map()), lists, new Set(), 3);
    expect(empty).toEqual({ lists: new Map(), touched: new Set() });
  });

  test("leaves alone what a new photo doesn't concern", async () => {
    const random = seededRandom(7);
    const album: Album = new Map();
    for (let id = 1; id <= 2000; id++) album.set(id, randomVector(random, 32));
    const previous = await findNeighbours(vectorSet(album), 5);
    album.set(5000, randomVector(random, 32));
    const onProgress = vi.fn();
    const { touched } = await updateNeighbours(vectorSet(album), previous, new Set([5000]), 5, {
      onProgress,
    });
    expect(touched.has(5000)).toBe(true);
    expect(touched.size).toBeLessThan(60);
    expect(onProgress).toHaveBeenLastCalledWith(2001);
  });

  test("stops when told to", async () => {
    const set = vectorSet(
      new Map([
        [1, [1, 0]],
        [2, [0, 1]],
      ]),
    );
    const options = { signal: AbortSignal.abort() };
    const promise = updateNeighbours(set, new Map(), new Set(), 3, options);
    await expect(promise).rejects.toMatchObject({ code: "ABORTED" });
  });
});
