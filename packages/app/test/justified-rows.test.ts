import { describe, expect, test } from "vitest";
import { dayRows } from "../src/layout/day-layout.js";
import { justifiedRows } from "../src/layout/justified-rows.js";
import { gridMetrics } from "../src/layout/metrics.js";
import { photo, photosOfDay } from "./photos.js";

const options = { width: 1000, rowHeight: 200, gap: 4 };

describe("justifiedRows", () => {
  test("holds every photo once and in order", () => {
    const ratios = Array.from({ length: 500 }, (_, at) => 0.5 + ((at * 7919) % 100) / 40);
    const rows = justifiedRows(ratios, options);
    expect(rows[0]?.start).toBe(0);
    expect(rows.at(-1)?.end).toBe(500);
    rows.slice(1).forEach((row, at) => {
      expect(row.start).toBe(rows[at]?.end);
    });
  });

  test("fills the width with rows close to the wanted height", () => {
    const ratios = Array.from({ length: 500 }, (_, at) => (at % 3 === 0 ? 0.67 : 1.5));
    for (const row of justifiedRows(ratios, options).slice(0, -1)) {
      const sum = ratios.slice(row.start, row.end).reduce((a, b) => a + b, 0);
      const width = sum * row.height + options.gap * (row.end - row.start - 1);
      expect(width).toBeCloseTo(options.width);
      expect(row.height).toBeGreaterThan(140);
      expect(row.height).toBeLessThan(285);
    }
  });

  test("leaves a last row short rather than blow it up", () => {
    expect(justifiedRows([1.5], options)).toEqual([{ start: 0, end: 1, height: 200, full: false }]);
  });

  test("gives a panorama a row of its own", () => {
    const rows = justifiedRows([1.5, 1.5, 1.5, 12, 1.5, 1.5, 1.5], options);
    expect(rows.some((row) => row.start === 3 && row.end === 4)).toBe(true);
  });

  test("has no rows without photos", () => {
    expect(justifiedRows([], options)).toEqual([]);
  });
});

describe("dayRows", () => {
  test.each([390, 768, 1408, 3000])("ends full rows exactly at the edge, %i px wide", (width) => {
    const rows = dayRows(photosOfDay("2024-06-14", 60), gridMetrics(width));
    for (const row of rows.slice(0, -1)) {
      const last = row.tiles.at(-1);
      expect((last?.left ?? 0) + (last?.width ?? 0)).toBe(width);
      for (const { left, width: wide } of row.tiles) {
        expect(Number.isInteger(left) && Number.isInteger(wide)).toBe(true);
      }
    }
  });

  test("keeps the narrowest photo wide enough to hit", () => {
    const [row] = dayRows([photo(1, 100, 5000, null)], gridMetrics(390));
    expect(row?.tiles[0]?.width).toBeGreaterThanOrEqual(24);
  });
});
