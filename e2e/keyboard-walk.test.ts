/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawDescribedAlbum } from "./support/draw-described-album.js";
import { photoView, similar, tiles } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawDescribedAlbum(album);
  await buildJson(album, gallery, "--title", "Small album");
});

/** More than there are stops on any page. */
const MOST_STOPS = 60;

/** The name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const image = element?.querySelector("img")?.alt;
    return element?.getAttribute("aria-label") ?? (element?.textContent || image) ?? "";
  });

/** Goes on by Tab alone until something of that name has the focus, and presses Enter. */
async function follow(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    if (!name.test(await focused(page))) continue;
    const isSeen = await page.evaluate(() => document.activeElement?.matches(":focus-visible"));
    expect(isSeen).toBe(true);
    await page.keyboard.press("Enter");
    return;
  }
  throw new Error(`No stop of the Tab key is called ${name}.`);
}

const link = (page: Page, name: RegExp) => page.getByRole("link", { name }).first();
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

test("all pages, and back again, without a mouse", async () => {
  const { page } = await visited.visit("", { reducedMotion: "reduce" });
  await tiles(page).first().waitFor();

  await follow(page, /^Albums$/);
  await expect.poll(() => query(page)).toBe("?view=albums");
  await link(page, /rose/).waitFor();
  await follow(page, /rose/);
  await expect.poll(() => query(page)).toBe("?folder=rose");
  await tiles(page).first().waitFor();

  await follow(page, /rose-\d/);
  await photoView(page).waitFor();
  await similar(page).first().waitFor();
  await page.keyboard.press("s");
  await expect.poll(() => query(page)).toMatch(/^\?like=\d+$/);
  await page.locator("main [data-tile]").nth(2).waitFor();
  // The browser's own key for it.
  await page.goBack();
  await photoView(page).waitFor();
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  expect(await focused(page)).toMatch(/rose-\d/);

  await page.keyboard.press("/");
  await page.keyboard.type("rose");
  await expect.poll(() => query(page)).toBe("?q=rose&folder=rose");
  await tiles(page).first().waitFor();
  await page.keyboard.press("Escape");
  await follow(page, /^Map$/);
  await expect.poll(() => query(page)).toMatch(/^\?view=places/);
  await link(page, /Portugal/).waitFor();
  await follow(page, /Portugal/);
  await photoView(page).waitFor();
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });

  await follow(page, /^Likeness$/);
  await expect.poll(() => query(page)).toMatch(/^\?view=likeness/);
  await link(page, /-\d/).waitFor();
  await follow(page, /(rose|sea|wood|town)-\d/);
  await photoView(page).waitFor();
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await follow(page, /^Photos$/);
  await tiles(page).first().waitFor();
  expect(query(page)).toBe("");
});
