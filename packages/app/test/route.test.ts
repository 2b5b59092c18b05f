import { expect, test } from "vitest";
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
    { view: "alike", plus: [1, 2], minus: [3], by: "look", filter: { year: ["2024"] } },
    4,
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
])("the address %j makes no sense", (search) => {
  expect(parseRoute(search).page).toEqual({ view: "unknown" });
});

test("what an address says of no filter is left out", () => {
  expect(parseRoute("?q=%20&tag=&utm_source=x").page).toEqual(ALL);
});
