import { DatabaseSync } from "@photostructure/sqlite";
import * as sqliteVec from "sqlite-vec";
import { describe, expect, test } from "vitest";
import { findNeighbours } from "../src/similarity/find-neighbours.js";
import type { NeighbourLists, VectorSet } from "../src/similarity/neighbour-lists.js";
import { bruteForce, normalized, randomVector, seededRandom, setOf } from "./neighbours-vectors.js";

const random = seededRandom(1);

function randomRows(count: number, dimensions: number): number[][] {
  return Array.from({ length: count }, () => randomVector(random, dimensions));
}

/** Groups of vectors that lie as near to each other as shots of a burst. */
function clusteredRows(count: number, dimensions: number, spread: number): number[][] {
  const centres = randomRows(Math.ceil(count / 50), dimensions);
  return Array.from({ length: count }, (_, i) =>
    normalized((centres[i % centres.length] ?? []).map((x) => x + spread * (random() - 0.5))),
  );
}

function ids(lists: NeighbourLists): number[][] {
  return [...lists.values()].map((list) => list.map((neighbour) => neighbour.id));
}

async function expectExact(set: VectorSet, k: number): Promise<void> {
  const found = await findNeighbours(set, k);
  const expected = bruteForce(set, k);
  expect([...found.keys()]).toEqual([...set.ids]);
  expect(ids(found)).toEqual(ids(expected));
  for (const [id, list] of found)
    for (const [i, { distance }] of list.entries())
      expect(distance).toBeCloseTo(expected.get(id)?.[i]?.distance ?? Number.NaN, 12);
}

describe("findNeighbours gives what comparing all pairs gives", () => {
  test.each([1, 2, 3, 7, 64, 513])("for random vectors of %i dimensions", async (dimensions) => {
    await expectExact(setOf(randomRows(150, dimensions)), 12);
  });

  test("for vectors of 4096 dimensions", () => expectExact(setOf(randomRows(60, 4096)), 24));

  test("for clusters", () => expectExact(setOf(clusteredRows(600, 32, 0.02)), 24));

  // Nearer together than float32 can tell apart: the shortlists must be widened.
  test("for near-identical vectors", () => expectExact(setOf(clusteredRows(600, 16, 2e-4)), 9));

  test("for copies, more than k of them, by ascending id", async () => {
    const [a = [], b = [], c = []] = randomRows(3, 24);
    const rows = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? a : i % 7 === 0 ? b : c));
    await expectExact(setOf(rows), 10);
    const list = (await findNeighbours(setOf(rows), 3)).get(10);
    expect(list).toEqual([40, 70, 100].map((id) => ({ id, distance: 0 })));
  });

  test("for ties at the end of the lists", async () => {
    // The axes: each is at distance 1 from all others, and at 2 from its opposite.
    const axes = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 20 }, (_, j) => (j === i >> 1 ? (i % 2 === 0 ? 1 : -1) : 0)),
    );
    await expectExact(setOf(axes), 5);
    await expectExact(setOf(axes), 39);
  });

  test("for zero vectors, which are at distance 1 from everything", async () => {
    const rows = randomRows(120, 8).map((row, i) => (i % 4 === 0 ? row.map(() => 0) : row));
    await expectExact(setOf(rows), 10);
    await expectExact(setOf(rows.map((row) => row.map(() => 0))), 10);
  });

  test("for vectors that aren't normalised", () =>
    expectExact(setOf(randomRows(80, 8).map((row) => row.map((x) => x * (1 + random())))), 10));

  test.each([0, 1, 2, 5, 24])("for %i photos and 24 neighbours", (count) =>
    expectExact(setOf(randomRows(count, 6)), 24),
  );
});

describe("findNeighbours", () => {
  test("agrees to the bit with itself in a smaller album", async () => {
    const rows = randomRows(400, 100);
    const all = await findNeighbours(setOf(rows), 399);
    const few = await findNeighbours(setOf(rows.slice(0, 30)), 29);
    for (const [id, list] of few)
      expect(all.get(id)?.filter((other) => other.id <= 300)).toEqual(list);
  });

  test("gives the distances and the order of sqlite-vec", async () => {
    const set = setOf(clusteredRows(300, 48, 0.3));
    const lists = await findNeighbours(set, 5);
    const database = new DatabaseSync(":memory:", { allowExtension: true });
    database.enableLoadExtension(true);
    sqliteVec.load(database);
    database.exec("CREATE VIRTUAL TABLE v USING vec0(embedding float[48] distance_metric=cosine)");
    const insert = database.prepare("INSERT INTO v(rowid, embedding) VALUES (?, ?)");
    const bytes = (row: number) =>
      new Uint8Array(set.vectors.slice(row * 48, row * 48 + 48).buffer);
    for (const [row, id] of set.ids.entries()) insert.run(BigInt(id), bytes(row));
    const query = database.prepare(
      "SELECT rowid, distance FROM v WHERE embedding MATCH ? AND k = 6",
    );
    for (const [row, id] of set.ids.entries()) {
      const others = query.all(bytes(row)).filter((other) => Number(other.rowid) !== id);
      const list = lists.get(id) ?? [];
      expect(others.map((other) => Number(other.rowid))).toEqual(list.map((other) => other.id));
      for (const [i, { distance }] of list.entries())
        expect(Math.abs(Number(others[i]?.distance) - distance)).toBeLessThan(1e-5);
    }
    database.close();
  });

  test("gives thousands of copies the copies with the lowest ids", async () => {
    const [copy = []] = randomRows(1, 64);
    const rows = randomRows(6000, 64).map((row, i) => (i % 2 === 0 ? copy : row));
    const lists = await findNeighbours(setOf(rows), 24);
    const lowest = Array.from({ length: 25 }, (_, i) => 10 + 20 * i);
    for (const id of [10, 110, 59_990])
      expect(lists.get(id)?.map((other) => other.id)).toEqual(
        lowest.filter((other) => other !== id).slice(0, 24),
      );
  }, 60_000);

  test("reports each photo once", async () => {
    const reports: number[] = [];
    await findNeighbours(setOf(randomRows(50, 4)), 3, { onProgress: (done) => reports.push(done) });
    expect(reports).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test("stops when told to", async () => {
    const promise = findNeighbours(setOf(randomRows(50, 4)), 3, { signal: AbortSignal.abort() });
    await expect(promise).rejects.toMatchObject({ name: "AkinError", code: "ABORTED" });
  });

  test("names the photo whose vector is damaged", async () => {
    const promise = findNeighbours(
      setOf([
        [1, 0],
        [Number.NaN, 0],
      ]),
      3,
    );
    await expect(promise).rejects.toMatchObject({ code: "DAMAGED", message: /photo 20 / });
  });

  test("refuses sets and counts that make no sense", async () => {
    const set = setOf(randomRows(3, 4));
    await expect(findNeighbours(set, 0)).rejects.toThrow(RangeError);
    await expect(findNeighbours(set, 1.5)).rejects.toThrow(RangeError);
    await expect(findNeighbours({ ...set, dimensions: 5 }, 3)).rejects.toThrow("3 x 5");
    await expect(findNeighbours({ ...set, ids: Float64Array.of(1, 3, 2) }, 3)).rejects.toThrow(
      "ascending",
    );
  });
});
