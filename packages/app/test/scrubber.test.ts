import { expect, test } from "vitest";
import { monthAt, monthsOf } from "../src/scrubber/months-of.js";
import { yearLabels } from "../src/scrubber/year-labels.js";

const DAY = { left: 0, width: 800, height: 100, rows: [] };
const block = (name: string) => ({ name, photos: 10 });
const TIMELINE = [
  { month: "2024-02", photos: 10, blocks: [block("a")] },
  { month: "2024-01", photos: 20, blocks: [block("b"), block("c")] },
  { month: "2023-12", photos: 10, blocks: [block("d")] },
  { month: null, photos: 10, blocks: [block("e")] },
];
const MONTHS = monthsOf(
  {
    height: 1000,
    chapters: [
      {
        name: "a",
        top: 0,
        layout: {
          height: 500,
          days: [
            { ...DAY, day: "2024-02-03", top: 0 },
            { ...DAY, day: "2024-01-30", top: 100 },
          ],
          gaps: [{ block: "c", top: 200, height: 300 }],
        },
      },
      {
        name: "d",
        top: 500,
        layout: {
          height: 500,
          days: [{ ...DAY, day: null, top: 400 }],
          gaps: [{ block: "d", top: 0, height: 400 }],
        },
      },
    ],
  },
  TIMELINE,
);

test("months are known whether their photos have come or not", () => {
  expect(MONTHS).toEqual([
    { month: "2024-02", top: 0 },
    { month: "2024-01", top: 100 },
    { month: "2023-12", top: 500 },
    { month: null, top: 900 },
  ]);
  const at = (y: number) => monthAt(MONTHS, y)?.month;
  expect([-10, 0, 99, 100, 899, 5000].map(at)).toEqual([
    "2024-02",
    "2024-02",
    "2024-02",
    "2024-01",
    "2023-12",
    null,
  ]);
});

test("years have labels where there is room", () => {
  const years = [
    { year: "2024", at: 0 },
    { year: "2023", at: 0.5 },
  ];
  expect(yearLabels(MONTHS, 1000, 0.05)).toEqual(years);
  expect(yearLabels(MONTHS, 1000, 0.6)).toEqual(years.slice(0, 1));
});
