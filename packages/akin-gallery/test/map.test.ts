import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";
import { DATABASE_SCHEMA } from "../src/database/schema.js";
import {
  computeMap,
  findNeighbours,
  type MapPlaces,
  type NeighbourLists,
  type VectorSet,
} from "../src/similarity/index.js";
import { inPlane, principalPlane } from "../src/similarity/map/principal-plane.js";
import { normalized, randomVector, seededRandom, vectorSet } from "./neighbours-vectors.js";

const DIMENSIONS = 32;
const UNITS = 65_535;

/** Photos around subjects, each with an id that tells nothing of its subject. */
function album(subjects: number, photosEach: number, noise = 0.5): VectorSet {
  const random = seededRandom(7);
  const vectors = new Map<number, number[]>();
  for (let subject = 0; subject < subjects; subject++) {
    const centre = randomVector(random, DIMENSIONS);
    for (let photo = 0; photo < photosEach; photo++) {
      const off = randomVector(random, DIMENSIONS);
      const vector = centre.map((value, i) => value + noise * (off[i] ?? 0));
      vectors.set(1 + Math.floor(random() * 2 ** 40), normalized(vector));
    }
  }
  return vectorSet(vectors);
}

interface Mapped {
  places: MapPlaces;
  lists: NeighbourLists;
}

/** @param bursts photos of one moment, by id */
async function mapOf(set: VectorSet, bursts: readonly number[][] = []): Promise<Mapped> {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec(DATABASE_SCHEMA);
    const lists: NeighbourLists = set.ids.length > 0 ? await findNeighbours(set, 24) : new Map();
    const add = database.prepare("INSERT INTO neighbours VALUES (?, ?, ?, ?)");
    for (const [id, list] of lists) {
      for (const [index, near] of list.entries()) add.run(id, index + 1, near.id, near.distance);
    }
    const group = database.prepare("INSERT INTO photo_groups VALUES (?, ?, 'burst', 0)");
    for (const ids of bursts) for (const id of ids) group.run(id, Math.min(...ids));
    // As a vectors.db gives them: in an order that depends on its history.
    const rows = [...set.ids.keys()].reverse();
    const eachVector = () =>
      rows.map((row) => ({ id: set.ids[row] ?? 0, vector: rowOf(set, row) }));
    return { places: computeMap(database, set.ids, eachVector), lists };
  } finally {
    database.close();
  }
}

function rowOf({ vectors, dimensions }: VectorSet, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

/** The share of each photo's 10 nearest that are among its 30 nearest on a map. */
function kept(lists: NeighbourLists, ids: Float64Array, at: (row: number) => [number, number]) {
  const rows = new Map(Array.from(ids, (id, row) => [id, row]));
  let [found, all] = [0, 0];
  for (const [id, list] of lists) {
    const [x, y] = at(rows.get(id) ?? 0);
    const distances = Float64Array.from(ids, (_, row) => {
      const [otherX, otherY] = at(row);
      return (otherX - x) ** 2 + (otherY - y) ** 2;
    });
    const limit = distances.toSorted()[30] ?? Infinity;
    for (const near of list.slice(0, 10)) {
      all++;
      if ((distances[rows.get(near.id) ?? 0] ?? Infinity) <= limit) found++;
    }
  }
  return found / all;
}

function gaps({ x, y }: MapPlaces): number[] {
  return Array.from(x, (left, row) =>
    Math.min(
      ...Array.from(x, (other, at) =>
        at === row ? Infinity : Math.hypot(other - left, (y[at] ?? 0) - (y[row] ?? 0)),
      ),
    ),
  );
}

describe("the map by likeness", () => {
  test("keeps more of the nearest together than the best flat projection", async () => {
    const set = album(30, 30, 0.8);
    const { places, lists } = await mapOf(set);
    const plane = principalPlane([...set.ids.keys()].map((row) => rowOf(set, row)));
    const flat = kept(lists, set.ids, (row) => inPlane(plane, rowOf(set, row)));
    const map = kept(lists, set.ids, (row) => [places.x[row] ?? 0, places.y[row] ?? 0]);
    expect(map).toBeGreaterThan(0.9);
    expect(map).toBeGreaterThan(flat + 0.2);
  });

  test("is the same for the same photos", async () => {
    const set = album(4, 20);
    const [one, other] = [await mapOf(set), await mapOf(set)];
    expect(one.places).toEqual(other.places);
  });

  test.each([1, 2, 3, 5, 50])("has room for %i photos", async (count) => {
    const { places } = await mapOf(album(1, count));
    expect(places.ids).toHaveLength(count);
    if (count === 1) expect([places.x[0], places.y[0]]).toEqual([UNITS / 2 + 0.5, UNITS / 2 + 0.5]);
    else expect(Math.min(...gaps(places))).toBeGreaterThan((0.3 * UNITS) / Math.sqrt(count));
  });

  test("of no photos is empty", async () => {
    expect((await mapOf(album(0, 0))).places.ids).toHaveLength(0);
  });

  test("fills the square in one direction at least", async () => {
    const { x, y } = (await mapOf(album(6, 30))).places;
    const extents = [x, y].map((column) => Math.max(...column) - Math.min(...column));
    expect(Math.max(...extents)).toBe(UNITS);
  });

  test("shows a burst as a small cluster, not as one point", async () => {
    const set = album(10, 20);
    const burst = 12;
    const vectors = new Map(Array.from(set.ids, (id, row) => [id, [...rowOf(set, row)]]));
    const first = set.ids[0] ?? 0;
    const copies = Array.from({ length: burst }, (_, copy) => first + 1 + copy);
    for (const copy of copies) vectors.set(copy, vectors.get(first) ?? []);
    const { places } = await mapOf(vectorSet(vectors), [[first, ...copies]]);
    const rows = [first, ...copies].map((id) => places.ids.indexOf(id));
    const xs = rows.map((row) => places.x[row] ?? 0);
    const ys = rows.map((row) => places.y[row] ?? 0);
    const extent = Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    expect(extent).toBeLessThan(UNITS / 4);
    const all = gaps(places);
    expect(Math.min(...rows.map((row) => all[row] ?? 0))).toBeGreaterThan(UNITS * 0.015);
  });
});
