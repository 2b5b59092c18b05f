import type { TimelineMonth } from "akin-browser/format";
import { describe, expect, test } from "vitest";
import type { PhotoSummary } from "../src/album/photo-summary.js";
import {
  type AlbumLayout,
  createAlbumLayouter,
  missingBlocks,
} from "../src/layout/album-layout.js";
import { chapterLayout, estimatedHeight } from "../src/layout/chapter-layout.js";
import { findTile, linesOf } from "../src/layout/lines.js";
import { gridMetrics } from "../src/layout/metrics.js";
import { anchorAt, anchorTop, blockAnchorAt } from "../src/layout/scroll-anchor.js";
import { stepFocus } from "../src/layout/step-focus.js";
import { photosOfDay } from "./photos.js";

const metrics = gridMetrics(1408);

const june = [...photosOfDay("2024-06-14", 40, 1), ...photosOfDay("2024-06-02", 60, 101)];
const mayNew = photosOfDay("2024-05-20", 70, 201);
const mayOld = [...photosOfDay("2024-05-20", 10, 301), ...photosOfDay("2024-05-01", 2, 401)];
const blocks = new Map<string, PhotoSummary[]>([
  ["june", june],
  ["may-new", mayNew],
  ["may-old", mayOld],
]);
const timeline: TimelineMonth[] = [
  { month: "2024-06", photos: 100, blocks: [{ name: "june", photos: 100 }] },
  {
    month: "2024-05",
    photos: 82,
    blocks: [
      { name: "may-new", photos: 70 },
      { name: "may-old", photos: 12 },
    ],
  },
];

function loaded(...names: string[]): Map<string, PhotoSummary[]> {
  return new Map(names.map((name) => [name, blocks.get(name) ?? []]));
}

describe("the timeline's heights", () => {
  test.each([390, 1408, 2500])("are estimated within a quarter, %i px wide", (width) => {
    const photos = [1, 3, 25, 8, 2, 40, 12, 5, 60, 17].flatMap((count, at) =>
      photosOfDay(`2024-06-${30 - at}`, count, at * 100),
    );
    const block = { name: "b", photos: photos.length };
    const real = chapterLayout([block], new Map([["b", photos]]), gridMetrics(width)).height;
    const ratio = estimatedHeight(block, gridMetrics(width)) / real;
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.25);
  });

  test("stay when a block elsewhere comes", () => {
    const layouter = createAlbumLayouter(timeline);
    const before = layouter(loaded("june"), metrics);
    const after = layouter(loaded("june", "may-new"), metrics);
    expect(after.chapters[0]?.layout).toBe(before.chapters[0]?.layout);
    expect(after.chapters[1]?.top).toBe(before.chapters[1]?.top);
  });

  test("tell which blocks a stretch of the grid needs", () => {
    const layout = createAlbumLayouter(timeline)(loaded("june"), metrics);
    const may = layout.chapters[1]?.top ?? 0;
    expect(missingBlocks(layout, { from: 0, to: may - 1 })).toEqual([]);
    expect(missingBlocks(layout, { from: may - 100, to: may + 1 })).toEqual(["may-new"]);
    expect(missingBlocks(layout, { from: 0, to: 1e6 })).toEqual(["may-new", "may-old"]);
  });
});

describe("the place in the grid", () => {
  test("is kept when the blocks above it come", () => {
    const layouter = createAlbumLayouter(timeline);
    const before = layouter(loaded("may-old"), metrics);
    const y = (findTile(before, 401)?.line.top ?? 0) + 30;
    const anchor = anchorAt(before, y);
    const after = layouter(loaded("may-old", "june", "may-new"), metrics);
    expect(anchor).toMatchObject({ kind: "photo", id: 401, offset: 30 });
    expect(anchor && anchorTop(after, anchor, () => [])).toBe(
      (findTile(after, 401)?.line.top ?? 0) + 30,
    );
  });

  test("is kept within a block that comes", () => {
    const layouter = createAlbumLayouter(timeline);
    const before = layouter(loaded("june"), metrics);
    const gap = before.chapters[1]?.layout.gaps[0];
    const anchor = anchorAt(before, (before.chapters[1]?.top ?? 0) + (gap?.height ?? 0) / 2);
    const after = layouter(loaded("june", "may-new"), metrics);
    const ids = mayNew.map(({ id }) => id);
    const top = anchor && anchorTop(after, anchor, () => ids);
    const middle = findTile(after, ids[35] ?? 0)?.line;
    expect(Math.abs((top ?? 0) - (middle?.top ?? 0))).toBeLessThan(2 * metrics.rowHeight);
  });
});

test("a place kept over a reload is found before the block is there, and again when it comes", () => {
  const y = (id: number, layout: AlbumLayout) => findTile(layout, id)?.line.top ?? 0;
  const ids = mayNew.map(({ id }) => id);
  const full = createAlbumLayouter(timeline)(loaded("june", "may-new", "may-old"), metrics);
  const place = blockAnchorAt(full, y(230, full), "may-new", ids);
  const layouter = createAlbumLayouter(timeline);
  const empty = layouter(loaded(), metrics);
  const estimated = (place && anchorTop(empty, place, () => [])) ?? 0;
  expect(missingBlocks(empty, { from: estimated, to: estimated + 1 })).toEqual(["may-new"]);
  const anchor = anchorAt(empty, estimated);
  const reloaded = layouter(loaded("may-new"), metrics);
  const top = (anchor && anchorTop(reloaded, anchor, () => ids)) ?? 0;
  expect(Math.abs(top - y(230, reloaded))).toBeLessThan(metrics.rowHeight);
});

describe("days", () => {
  test("go on from block to block under one heading", () => {
    const layout = createAlbumLayouter(timeline)(loaded("may-new", "may-old"), metrics);
    const days = layout.chapters[1]?.layout.days ?? [];
    expect(days.map(({ day }) => day)).toEqual(["2024-05-20", "2024-05-01"]);
  });

  test("of a few photos share a line", () => {
    const photos = ["09", "08", "07"].flatMap((day, at) => photosOfDay(`2024-06-${day}`, 1, at));
    const block = { name: "b", photos: 3 };
    const { days } = chapterLayout([block], new Map([["b", photos]]), metrics);
    expect(days.map(({ top }) => top)).toEqual([0, 0, 0]);
    expect(days[1]?.left).toBeGreaterThanOrEqual((days[0]?.left ?? 0) + (days[0]?.width ?? 0));
  });
});

describe("stepFocus", () => {
  const layout = createAlbumLayouter(timeline)(loaded("june", "may-new", "may-old"), metrics);
  const ids = linesOf(layout).flatMap(({ tiles }) => tiles.map((tile) => tile.photo.id));

  test("goes left and right in the album's order, across days", () => {
    expect(stepFocus(layout, 40, "right")).toBe(101);
    expect(stepFocus(layout, 101, "left")).toBe(40);
    expect(stepFocus(layout, 1, "left")).toBeUndefined();
  });

  test("reaches every line by going down, and returns", () => {
    const lines = linesOf(layout);
    let at = ids[0] ?? 0;
    for (let line = 1; line < lines.length; line++) {
      at = stepFocus(layout, at, "down") ?? 0;
      expect(lines[line]?.tiles.some((tile) => tile.photo.id === at)).toBe(true);
    }
    expect(stepFocus(layout, at, "down")).toBeUndefined();
    expect(stepFocus(layout, stepFocus(layout, at, "up") ?? 0, "down")).toBeDefined();
  });
});
