/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawVariedAlbum } from "./support/draw-varied-album.js";
import { MILLION, showMillionPhotos } from "./support/million-photos.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawVariedAlbum(album);
  expect(await runAkin(["build", album, "--out", gallery, "--model", "builtin"])).toMatchObject({
    exitCode: 0,
  });
});

/** As Firefox draws no more of a page. */
const TALLEST_PAGE = 17_800_000;

async function open(): Promise<Page> {
  const { page } = await visited.visit("?view=albums");
  await showMillionPhotos(page, visited.url);
  await page.goto(visited.url);
  await page.locator('[data-tile="1"]').waitFor();
  return page;
}

/** Where a photo's tile is in the window; undefined where it isn't. */
const topOf = (page: Page, id: number) =>
  page.evaluate((photo) => {
    const box = document.querySelector(`[data-tile="${photo}"]`)?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight ? Math.round(box.top) : undefined;
  }, id);

const isShown = (page: Page, id: number) =>
  expect.poll(() => topOf(page, id)).toEqual(expect.any(Number));

const firstShown = (page: Page) =>
  page.evaluate(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>("[data-tile]")];
    const shown = tiles.find((tile) => tile.getBoundingClientRect().top > 60);
    return Number(shown?.dataset.tile);
  });

/** Waits until nothing has moved for half a second. */
async function comesToRest(page: Page): Promise<void> {
  let last = Number.NaN;
  const moved = async () => {
    const before = last;
    last = await page.evaluate(() => scrollY);
    return last !== before;
  };
  await expect.poll(moved, { interval: 500 }).toBe(false);
}

/** As one does at the scroll bar. */
const scrollPage = (page: Page, share: number) =>
  page.evaluate((part) => {
    const range = document.documentElement.scrollHeight - innerHeight;
    scrollTo({ top: part * range, behavior: "instant" });
  }, share);

test("of a million photos the last is reached by keys, the scrubber and the scroll bar", async () => {
  const page = await open();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(TALLEST_PAGE);

  await page.locator('[data-tile="1"]').focus();
  await page.keyboard.press("End");
  await isShown(page, MILLION);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.tile);
  await expect.poll(focused).toBe(String(MILLION));
  await page.keyboard.press("ArrowLeft");
  await expect.poll(focused).toBe(String(MILLION - 1));
  await page.keyboard.press("Home");
  await isShown(page, 1);
  await expect.poll(focused).toBe("1");

  const slider = page.getByRole("slider", { name: "Timeline" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("January 1926");
  await page.keyboard.press("Home");
  await isShown(page, 1);
  const box = await slider.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 16, (box?.y ?? 0) + 24);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 16, 899, { steps: 5 });
  await page.mouse.up();
  await isShown(page, MILLION);

  await scrollPage(page, 0);
  await isShown(page, 1);
  // What was guessed of the last rows may have been too little: then one goes on.
  const lastAfterScrolling = async () => {
    await scrollPage(page, 1);
    return topOf(page, MILLION);
  };
  await expect.poll(lastAfterScrolling).toEqual(expect.any(Number));
});

test("a wheel in the middle of a million photos moves them by its pixels, and they stay where they are", async () => {
  const page = await open();
  await scrollPage(page, 0.5);
  const slider = page.getByRole("slider", { name: "Timeline" });
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/197[56]/);
  await expect.poll(() => firstShown(page)).toBeGreaterThan(MILLION * 0.4);
  await page.mouse.move(700, 450);
  const turnWheel = async (pixels: number) => {
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, pixels);
  };
  // Rows that were never seen have heights that are only guessed.
  const start = await firstShown(page);
  await turnWheel(900);
  await expect.poll(() => firstShown(page)).toBeGreaterThan(start + 100);
  await turnWheel(-900);
  await expect.poll(() => firstShown(page)).toBeLessThan(start + 50);
  await comesToRest(page);

  const photo = await firstShown(page);
  const before = (await topOf(page, photo)) ?? 0;
  await turnWheel(900);
  await expect.poll(() => firstShown(page)).toBeGreaterThan(photo + 100);
  await turnWheel(-900);
  await expect.poll(() => topOf(page, photo)).toBe(before);
  // The scroll bar is put right meanwhile.
  await comesToRest(page);
  expect(await topOf(page, photo)).toBe(before);

  await page.reload();
  await expect.poll(() => topOf(page, photo)).toBe(before);
});
