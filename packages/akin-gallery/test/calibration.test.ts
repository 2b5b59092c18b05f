import { describe, expect, test } from "vitest";
import {
  type Calibration,
  calibrate,
  scoreOf,
  wordOf,
} from "../src/similarity/calibration/index.js";
import { findNeighbours } from "../src/similarity/find-neighbours.js";
import type { VectorSet } from "../src/similarity/neighbour-lists.js";
import { normalized, randomVector, seededRandom, setOf } from "./neighbours-vectors.js";

const DIMENSIONS = 96;

async function calibrationOf(set: VectorSet, modelName = "some-network"): Promise<Calibration> {
  const lists = await findNeighbours(set, 24);
  const neighbourDistances = (id: number) => (lists.get(id) ?? []).map(({ distance }) => distance);
  return calibrate({ set, neighbourDistances, modelName });
}

function randomRows(count: number, seed = 1): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomVector(random, DIMENSIONS));
}

/** Photos around subjects, all of them about 0.5 from photos of other subjects, as embeddings are. */
function subjects(count: number, photosOfEach: number, within: number, seed = 2): number[][] {
  const random = seededRandom(seed);
  const common = randomVector(random, DIMENSIONS);
  const noise = () => randomVector(random, DIMENSIONS);
  const mix = (a: number[], b: number[], part: number) =>
    normalized(a.map((x, i) => Math.sqrt(1 - part) * x + Math.sqrt(part) * (b[i] ?? 0)));
  return Array.from({ length: count }, () => mix(common, noise(), 0.5)).flatMap((centre) =>
    Array.from({ length: photosOfEach }, () => mix(centre, noise(), within)),
  );
}

function expectUsable(calibration: Calibration): void {
  const { knots, sameShot, verySimilar, related } = calibration;
  expect(knots[0]).toEqual({ distance: 0, score: 100 });
  expect(knots.at(-1)?.score).toBe(0);
  for (const [i, knot] of knots.entries()) {
    expect(Number.isFinite(knot.distance)).toBe(true);
    if (i === 0) continue;
    expect(knot.distance).toBeGreaterThan(knots[i - 1]?.distance ?? 0);
    expect(knot.score).toBeLessThan(knots[i - 1]?.score ?? 0);
  }
  const words = [sameShot, verySimilar, related].filter((distance) => distance !== null);
  expect(words).toEqual(words.toSorted((a, b) => a - b));
  expect(words.every((distance) => distance > 0)).toBe(true);
}

describe("a score says how many unrelated pairs are as near", () => {
  test("100 at distance 0, 50 at one pair in eight, 90 at one in a thousand", async () => {
    const set = setOf(randomRows(300));
    const calibration = await calibrationOf(set);
    const distances = allDistances(set);
    expect(scoreOf(0, calibration)).toBe(100);
    expect(scoreOf(distances[Math.round(distances.length / 8)] ?? 0, calibration)).toBeCloseTo(
      50,
      -1,
    );
    expect(
      scoreOf(distances[Math.round(distances.length / 1000)] ?? 0, calibration),
    ).toBeGreaterThan(87);
    expect(scoreOf(distances[Math.round(distances.length / 1000)] ?? 0, calibration)).toBeLessThan(
      93,
    );
    expect(scoreOf(2, calibration)).toBe(0);
  });

  test("never rises with the distance, and has one decimal", async () => {
    const calibration = await calibrationOf(setOf(subjects(20, 10, 0.2)));
    let last = 100;
    for (let distance = 0; distance <= 2; distance += 0.001) {
      const score = scoreOf(distance, calibration);
      expect(score).toBeLessThanOrEqual(last);
      expect(Math.round(score * 10) / 10).toBe(score);
      last = score;
    }
  });

  test("is linear between knots, and constant beyond them", () => {
    const knots = [
      { distance: 0, score: 100 },
      { distance: 0.2, score: 50 },
      { distance: 1, score: 0 },
    ];
    expect(scoreOf(0.1, { knots })).toBe(75);
    expect(scoreOf(0.2, { knots })).toBe(50);
    expect(scoreOf(0.6, { knots })).toBe(25);
    expect(scoreOf(1.7, { knots })).toBe(0);
    expect(scoreOf(0.1, { knots: [] })).toBe(0);
  });
});

describe("words", () => {
  test("go by the nearest that applies; null ones are left out", () => {
    const words = { sameShot: 0.02, verySimilar: 0.1, related: 0.3 };
    expect([0, 0.02, 0.1, 0.3, 0.31].map((distance) => wordOf(distance, words))).toEqual([
      "same-shot",
      "same-shot",
      "very-similar",
      "related",
      null,
    ]);
    expect(wordOf(0.05, { ...words, verySimilar: null })).toBe("related");
    expect(wordOf(0.05, { sameShot: null, verySimilar: null, related: null })).toBeNull();
  });

  test("tell subjects apart", async () => {
    const set = setOf(subjects(40, 8, 0.15));
    const calibration = await calibrationOf(set);
    expectUsable(calibration);
    const isSame = (a: number, b: number) => Math.ceil(a / 80) === Math.ceil(b / 80);
    const related = allDistances(set, isSame);
    const found = related.filter((distance) => wordOf(distance, calibration) !== null);
    expect(found.length / related.length).toBeGreaterThan(0.98);
    const unrelated = allDistances(set, (a, b) => !isSame(a, b));
    const called = unrelated.filter((distance) => wordOf(distance, calibration) !== null);
    expect(called.length / unrelated.length).toBeLessThan(0.1);
    const verySimilar = unrelated.filter((distance) => distance <= (calibration.verySimilar ?? 0));
    expect(verySimilar.length).toBeLessThan(40);
  });

  test.each([20, 50, 400])("%i random vectors have nothing related", async (count) => {
    const { verySimilar, related } = await calibrationOf(setOf(randomRows(count)));
    expect({ verySimilar, related }).toEqual({ verySimilar: null, related: null });
  });

  test("copies are of the same shot, whatever else there is", async () => {
    const rows = randomRows(60);
    const calibration = await calibrationOf(setOf([...rows, ...rows.slice(0, 5)]));
    expectUsable(calibration);
    expect(wordOf(0, calibration)).toBe("same-shot");
    expect(wordOf(0.9, calibration)).toBeNull();
  });
});

describe("galleries that are no statistics", () => {
  test.each([0, 1, 2, 3, 5, 19, 21])("of %i photos", async (count) => {
    for (const modelName of ["builtin", "clip-vit-b-32", "some-network"])
      expectUsable(await calibrationOf(setOf(randomRows(count)), modelName));
  });

  test("of five photos, two of them nearly the same", async () => {
    const [a = [], ...rows] = subjects(4, 1, 0);
    const copy = normalized(a.map((x, i) => x + (i === 0 ? 0.02 : 0)));
    const calibration = await calibrationOf(setOf([a, copy, ...rows]));
    const near = allDistances(setOf([a, copy]))[0] ?? 1;
    expect(wordOf(near, calibration)).toBe("same-shot");
    expect(wordOf(0.5, calibration)).toBeNull();
  });

  test("of one photo many times", async () => {
    const [row = []] = randomRows(1);
    const calibration = await calibrationOf(setOf(Array.from({ length: 40 }, () => row)));
    expectUsable(calibration);
    expect(wordOf(0, calibration)).toBe("same-shot");
  });

  test.each([5, 50, 300])("of one subject, %i photos: all are alike", async (count) => {
    const set = setOf(subjects(1, count, 0.02));
    const calibration = await calibrationOf(set);
    expectUsable(calibration);
    for (const distance of allDistances(set)) expect(wordOf(distance, calibration)).not.toBeNull();
  });

  test.each([
    [10, 10],
    [150, 150],
    [30, 270],
  ])("of two subjects, %i and %i photos", async (first, second) => {
    const rows = [
      ...subjects(1, first, 0.06, 4).slice(0, first),
      ...subjects(1, second, 0.06, 5).slice(0, second),
    ];
    const set = setOf(rows);
    const calibration = await calibrationOf(set);
    expectUsable(calibration);
    const isSame = (a: number, b: number) => a <= 10 * first === b <= 10 * first;
    for (const distance of allDistances(set, isSame))
      expect(wordOf(distance, calibration)).not.toBeNull();
    for (const distance of allDistances(set, (a, b) => !isSame(a, b)))
      expect(wordOf(distance, calibration)).toBeNull();
  });

  test("with vectors of zeros", async () => {
    const zeros = Array.from({ length: 3 }, () => new Array<number>(DIMENSIONS).fill(0));
    expectUsable(await calibrationOf(setOf([...zeros, ...randomRows(30)])));
  });

  test("whose vectors are all at right angles", async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: DIMENSIONS }, (_, j) => (i === j ? 1 : 0)),
    );
    const calibration = await calibrationOf(setOf(rows));
    expectUsable(calibration);
    expect(calibration.related).toBeNull();
  });
});

test("a vector that isn't finite is refused", async () => {
  const set = setOf(randomRows(3));
  set.vectors[5] = Number.NaN;
  const input = { set, neighbourDistances: () => [], modelName: "builtin" };
  expect(() => calibrate(input)).toThrow(expect.objectContaining({ code: "DAMAGED" }));
});

/** Cosine distances of all pairs that are asked for, ascending. */
function allDistances(
  { ids, vectors, dimensions }: VectorSet,
  isAsked: (idA: number, idB: number) => boolean = () => true,
): number[] {
  const distances: number[] = [];
  for (let a = 0; a < ids.length; a++)
    for (let b = a + 1; b < ids.length; b++) {
      if (!isAsked(ids[a] ?? 0, ids[b] ?? 0)) continue;
      let product = 0;
      for (let i = 0; i < dimensions; i++)
        product += (vectors[a * dimensions + i] ?? 0) * (vectors[b * dimensions + i] ?? 0);
      distances.push(1 - product);
    }
  return distances.sort((a, b) => a - b);
}
