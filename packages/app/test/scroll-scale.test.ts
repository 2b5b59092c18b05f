import { expect, test } from "vitest";
import { contentTopOf, pageTopOf } from "../src/scroll/scroll-scale.js";

const RANGE = 16_000_000;
const EXCESS = 35_000_000;

test("every place of the content has one of the page, in order, and the ends are true", () => {
  let before = -1;
  for (let top = 0; top <= RANGE + EXCESS; top += 123_457) {
    const page = pageTopOf(top, RANGE, EXCESS);
    expect(page).toBeGreaterThan(before);
    expect(contentTopOf(page, RANGE, EXCESS)).toBeCloseTo(top, 3);
    before = page;
  }
  expect(pageTopOf(500, RANGE, EXCESS)).toBe(500);
  expect(pageTopOf(RANGE + EXCESS - 500, RANGE, EXCESS)).toBe(RANGE - 500);
  expect(contentTopOf(RANGE, RANGE, EXCESS)).toBe(RANGE + EXCESS);
});
