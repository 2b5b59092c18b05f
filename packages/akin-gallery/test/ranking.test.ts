import { expect, test } from "vitest";
import {
  byCorrectedDistance,
  correctedDistance,
  localRadius,
  variedFive,
} from "../src/similarity/ranking/index.js";

const same = () => 0.5;
const far = () => 1;

function candidates(...distances: number[]): { id: number; distance: number }[] {
  return distances.map((distance, i) => ({ id: i + 1, distance }));
}

test("a photo's radius is the mean distance of its list", () => {
  expect(localRadius([0.1, 0.2, 0.6])).toBeCloseTo(0.3, 1.5);
  // In steps, so that one more neighbour seldom matters.
  expect(localRadius([0.1, 0.2, 0.61])).toBe(localRadius([0.1, 0.2, 0.6]));
  expect(localRadius([0.2, 0.4, 1.2])).toBeCloseTo(2 * localRadius([0.1, 0.2, 0.6]));
  expect(localRadius([])).toBe(0);
});

test("corrected distances are symmetric, keep 0, and are finite where all neighbours are copies", () => {
  expect(correctedDistance(0.2, 0.4, 0.1)).toBeCloseTo(1);
  expect(correctedDistance(0.2, 0.4, 0.1)).toBe(correctedDistance(0.2, 0.1, 0.4));
  expect(correctedDistance(0, 0, 0)).toBe(0);
  const near = correctedDistance(0.1, 0, 0.3);
  expect(Number.isFinite(near)).toBe(true);
  expect(near).toBeLessThan(correctedDistance(0.2, 0, 0.3));
});

test("a hub comes after a photo that is near to little else", () => {
  const radiusOf = (id: number) => (id === 1 ? 0.2 : 0.5);
  const order = byCorrectedDistance(9, candidates(0.3, 0.32), radiusOf);
  expect(order.map(({ candidate }) => candidate.id)).toEqual([2, 1]);
});

test("with equal radii and nothing redundant, five by distance", () => {
  const chosen = variedFive(9, candidates(0.3, 0.1, 0.5, 0.2, 0.6, 0.4), {
    radiusOf: same,
    distanceBetween: far,
  });
  expect(chosen.map(({ id }) => id)).toEqual([2, 4, 1, 6, 3]);
});

test("first the nearest; a near copy of it comes after others about as near", () => {
  const distanceBetween = (a: number, b: number) => (a + b === 3 ? 0.01 : 1);
  const options = { radiusOf: same, distanceBetween, count: 3 };
  const chosen = variedFive(9, candidates(0.3, 0.301, 0.32, 0.33), options);
  expect(chosen.map(({ id }) => id)).toEqual([1, 3, 4]);
  expect(variedFive(9, candidates(0.3, 0.301, 0.4, 0.41), options).map(({ id }) => id)).toEqual([
    1, 2, 3,
  ]);
});

test("variety can be turned off and up", () => {
  const distanceBetween = (a: number, b: number) => (a + b === 3 ? 0.01 : 1);
  const options = { radiusOf: same, distanceBetween, count: 2 };
  const list = candidates(0.3, 0.301, 0.4);
  expect(variedFive(9, list, { ...options, variety: 0 }).map(({ id }) => id)).toEqual([1, 2]);
  expect(variedFive(9, list, { ...options, variety: 0.6 }).map(({ id }) => id)).toEqual([1, 3]);
});

test("the order of candidates says nothing, ties go to the nearer and then to the lower id", () => {
  const list = candidates(0.2, 0.2, 0.1, 0.2, 0.3, 0.2, 0.1);
  const options = { radiusOf: same, distanceBetween: (a: number, b: number) => (a * b) / 50 };
  const chosen = variedFive(9, list, options);
  expect(variedFive(9, list.toReversed(), options)).toEqual(chosen);
  expect(chosen[0]).toEqual({ id: 3, distance: 0.1 });
});

test("fewer candidates than asked for, copies, and none", () => {
  const options = { radiusOf: () => 0, distanceBetween: () => 0 };
  expect(variedFive(9, [], options)).toEqual([]);
  expect(variedFive(9, candidates(0, 0), options).map(({ id }) => id)).toEqual([1, 2]);
  expect(variedFive(9, candidates(0, 0, 0, 0, 0, 0, 0), options)).toHaveLength(5);
});

test("candidates come back as they were given", () => {
  const list = [{ id: 1, distance: 0.2, path: "a.jpg" }];
  expect(variedFive(9, list, { radiusOf: same, distanceBetween: far })[0]).toBe(list[0]);
});
