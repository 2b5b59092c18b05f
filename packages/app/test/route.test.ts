import { expect, test } from "vitest";
import { photoExamples } from "../src/navigation/example.js";
import { hrefOf, type Page, parseRoute } from "../src/navigation/route.js";

const ALL: Page = { view: "photos", filter: {} };

test.each<[string, Page, number | null]>([
  ["./", ALL, null],
  ["?photo=42", ALL, 42],
  ["?photo=9007199254740991", ALL, 9007199254740991],
  [
    "?q=red+boat&from=2024&to=2024-05",
    { view: "photos", filter: { text: "red boat", from: "2024", to: "2024-05" } },
    null,
  ],
  [
    "?folder=2024/Beach&tag=a%26b&tag=c",
    { view: "photos", filter: { folder: ["2024/Beach"], tag: ["a&b", "c"] } },
    null,
  ],
  ["?view=albums", { view: "albums" }, null],
  ["?view=places&at=48.8,2.3,9&photo=7", { view: "places", at: "48.8,2.3,9" }, 7],
  ["?view=likeness", { view: "likeness", at: null }, null],
  [
    "?like=1,2&unlike=3&by=look&year=2024&photo=4",
    {
      view: "alike",
      plus: photoExamples([1, 2]),
      minus: photoExamples([3]),
      by: "look",
      filter: { year: ["2024"] },
    },
    4,
  ],
  [
    "?picture=a1,b2&part=7-0-100-500-900&word=red+boat&word=sea,+calm&unword=night",
    {
      view: "alike",
      plus: [
        { kind: "picture", name: "a1" },
        { kind: "picture", name: "b2" },
        { kind: "part", id: 7, part: { x: 0, y: 100, width: 500, height: 900 } },
        { kind: "word", text: "red boat" },
        { kind: "word", text: "sea, calm" },
      ],
      minus: [{ kind: "word", text: "night" }],
      by: "subject",
      filter: {},
    },
    null,
  ],
])("the address %j stands for a page, and the page for the address", (href, page, photo) => {
  expect(parseRoute(href === "./" ? "" : href)).toEqual({ page, photo });
  expect(hrefOf(page, photo)).toBe(href);
});

test.each([
  "?photo=9007199254740993",
  "?photo=0",
  "?photo=abc",
  "?photo=",
  "?view=other",
  "?like=1,x",
  "?like=",
  "?part=7-0-0-1000",
  "?part=7-0-200-500-900",
  "?picture=A",
])("the address %j makes no sense", (search) => {
  expect(parseRoute(search).page).toEqual({ view: "unknown" });
});

test("what an address says of no filter is left out", () => {
  expect(parseRoute("?q=%20&tag=&utm_source=x").page).toEqual(ALL);
});
