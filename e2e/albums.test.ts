/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawAlbum, type SmallPhoto } from "./support/draw-album.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const PHOTOS: SmallPhoto[] = [
  { path: "top.jpg", kind: "rose", variant: 1 },
  { path: "Trip 10/a.jpg", kind: "sea", variant: 1, takenAt: "2023:05:01 10:00:00" },
  { path: "Trip 2/a.jpg", kind: "wood", variant: 1, takenAt: "2019:05:01 10:00:00" },
  { path: "Trip 2/Beach & sea/a.jpg", kind: "sea", variant: 2, takenAt: "2022:05:01 10:00:00" },
  { path: "Trip 2/Beach & sea/b.jpg", kind: "sea", variant: 3, takenAt: "2022:05:02 10:00:00" },
  { path: "Undated/a.jpg", kind: "town", variant: 1 },
];

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, PHOTOS);
  await buildJson(album, gallery);
});

async function open(options = {}): Promise<Page> {
  const { page } = await visited.visit("?view=albums", options);
  return page;
}

const albums = (page: Page) => page.getByRole("list", { name: "Albums" }).getByRole("link");
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test("albums are folders with their counts and years, by name or the newest first, with no SQLite", async () => {
  const page = await open();
  await albums(page).first().waitFor();
  expect(await albums(page).allTextContents()).toEqual([
    "Trip 23 photos · 2019–2022",
    "Trip 101 photo · 2023",
    "Undated1 photo",
  ]);
  await page.getByRole("button", { name: "Newest" }).click();
  expect(await albums(page).allTextContents()).toEqual([
    "Trip 101 photo · 2023",
    "Trip 23 photos · 2019–2022",
    "Undated1 photo",
  ]);
  await page.reload();
  await albums(page).first().waitFor();
  const newest = page.getByRole("button", { name: "Newest" });
  expect(await newest.getAttribute("aria-pressed")).toBe("true");
  expect(visited.opened.requested.filter((url) => /wasm|data\/database/.test(url))).toEqual([]);
});

test("the arrow keys go from album to album; Enter opens one, and back returns", async () => {
  const page = await open();
  await albums(page).first().focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  expect(await focused(page)).toContain("Trip 10");
  await page.keyboard.press("End");
  expect(await focused(page)).toContain("Undated");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).search).toBe("?folder=Trip+2");
  await page.goBack();
  await albums(page).first().waitFor();
});

test("on a phone two albums side by side", async () => {
  const page = await open(PHONE);
  await albums(page).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await albums(page).last().tap();
  expect(new URL(page.url()).search).toBe("?folder=Undated");
});

test("albums that can't be loaded are told, and trying again helps", async () => {
  const page = await open();
  await albums(page).first().waitFor();
  await page.route("**/data/albums/*", (route) => route.abort());
  await page.reload();
  await page.getByText("The albums could not be loaded.").waitFor();
  await page.unroute("**/data/albums/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await albums(page).first().waitFor();
  // The two requests that were made to fail.
  const failed = visited.opened.problems.splice(0);
  expect(failed.every((line) => line.includes("net::ERR_FAILED"))).toBe(true);
});
