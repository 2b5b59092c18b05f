/// <reference lib="dom" />
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { fetchSimilarImages, openGallery } from "akin-browser";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { DESCRIBED, drawDescribedAlbum } from "./support/draw-described-album.js";
import { openWithVectors } from "./support/dump-gallery.js";
import {
  focusedTile,
  photoView,
  showsPhoto,
  similar,
  similarNames,
  swipeLeft,
  tiles,
} from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { serveDumbly } from "./support/serve-dumbly.js";
import { type Served, serveGallery } from "./support/serve-gallery.js";
import { launchBrowser, PHONE, type Visit, visit } from "./support/visit.js";

/** Of akin-browser's test page. */
declare const akin: {
  openGallery: typeof openGallery;
  fetchSimilarImages: typeof fetchSimilarImages;
};

const folder = mkdtempSync(join(tmpdir(), "akin-test-page-"));
const gallery = join(folder, "gallery");
const site = join(gallery, "site");
const SUBPATH = "/~ann/my photos/";

let browser: Browser;
let served: Served;
let dumb: Awaited<ReturnType<typeof serveDumbly>>;
let visits: Visit[] = [];

beforeAll(async () => {
  await drawDescribedAlbum(join(folder, "album"));
  await buildJson(join(folder, "album"), gallery, "--title", "Small album");
  served = await serveGallery(gallery);
  dumb = await serveDumbly({ [encodeURI(SUBPATH)]: site, "/page/": join(folder, "page") });
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  dumb?.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  const before = visits;
  visits = [];
  for (const { requested, problems, close } of before) {
    await close();
    expect(problems).toEqual([]);
    const own = [served.url, `${dumb.origin}/`, "data:", "blob:"];
    const foreign = requested.filter((url) => !own.some((start) => url.startsWith(start)));
    expect(foreign).toEqual([]);
  }
});

async function open(url = served.url, options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, url, options);
  visits.push(opened);
  return opened;
}

test("from the grid to a photo, its details, a similar photo, and back to the same place", async () => {
  const { page, requested } = await open();
  await page.setViewportSize({ width: 1440, height: 3000 });
  await expect.poll(() => tiles(page).count()).toBe(24);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Small album");
  const days = await page.getByRole("heading", { level: 2 }).allTextContents();
  expect(days).toHaveLength(24);
  expect(days[0]).toContain("June 15, 2023");

  await page.setViewportSize({ width: 1440, height: 600 });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 40));
  await page.getByRole("link", { name: DESCRIBED.title }).waitFor();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(300);
  const tile = page.getByRole("link", { name: DESCRIBED.title });
  const id = await tile.getAttribute("data-tile");
  await tile.click();
  await showsPhoto(page, DESCRIBED.title);
  expect(new URL(page.url()).searchParams.get("photo")).toBe(id);
  expect(await page.title()).toBe(`${DESCRIBED.title} · Small album`);
  const details = page.getByRole("complementary", { name: "Details" });
  for (const text of [
    DESCRIBED.title,
    "April 15, 2020",
    "Wednesday · 10:00 AM",
    "Akin Test",
    "1/250 s · f/2.8 · ISO 200",
    "38.72° N, 9.14° W",
    "low & calm",
    "sea-3.jpg",
  ]) {
    await details.getByText(text, { exact: true }).waitFor();
  }
  expect((await similarNames(page)).sort()).toEqual([0, 1, 2, 4, 5].map((n) => `sea-${n}.jpg`));

  const next = (await similarNames(page))[0] ?? "none";
  await similar(page).first().click();
  await showsPhoto(page, next);
  const names = await similarNames(page);
  expect(names.filter((name) => name.includes("sea"))).toHaveLength(5);
  await page.goBack();
  await showsPhoto(page, DESCRIBED.title);
  await page.goBack();
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => focusedTile(page)).toBe(DESCRIBED.title);
  expect(await page.evaluate(() => scrollY)).toBe(place);
  expect(requested.filter((url) => /sqlite|wasm|data\/(database|vectors)/.test(url))).toEqual([]);
});

test("with the keyboard alone", async () => {
  const { page } = await open();
  await tiles(page).first().waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // Past the bar by the link that is there for it.
  await press("Tab", "Enter", "Tab");
  expect(await focusedTile(page)).toBe("rose-5.jpg");
  await press("ArrowRight", "ArrowRight", "ArrowLeft", "Enter");
  await showsPhoto(page, "rose-4.jpg");
  await press("ArrowRight");
  await showsPhoto(page, "rose-3.jpg");
  await press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => focusedTile(page)).toBe("rose-3.jpg");

  await press("End");
  await expect.poll(() => focusedTile(page)).toBe("sea-0.jpg");
  await press("Home");
  await expect.poll(() => focusedTile(page)).toBe("rose-5.jpg");
  await press("Enter");
  await showsPhoto(page, "rose-5.jpg");
  const [nearest = "none"] = await similarNames(page);
  // Past the buttons of the photo to the first similar one.
  const isReached = () =>
    similar(page)
      .first()
      .evaluate((tile) => tile === document.activeElement);
  while (!(await isReached())) await press("Tab");
  await press("Enter");
  await showsPhoto(page, nearest);
  const hasFocus = await photoView(page).evaluate((view) => view.contains(document.activeElement));
  expect(hasFocus).toBe(true);
  await press("i");
  await page.getByRole("complementary", { name: "Details" }).waitFor({ state: "hidden" });
  await press("i", "Escape");
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => focusedTile(page)).toBe("rose-5.jpg");
});

test("the timeline at the edge leads to a month, by keyboard and by dragging", async () => {
  const { page } = await open();
  await page.setViewportSize({ width: 700, height: 300 });
  await tiles(page).first().waitFor();
  const timeline = page.getByRole("slider", { name: "Timeline" });
  const month = () => timeline.getAttribute("aria-valuetext");
  expect(await month()).toBe("June 2023");
  await timeline.focus();
  await page.keyboard.press("PageDown");
  await expect.poll(month).toMatch(/ 2022$/);
  await page.keyboard.press("End");
  await expect.poll(month).toMatch(/ 2020$/);
  const end = await page.evaluate(() => scrollY);
  expect(end).toBeGreaterThan(900);
  await page.keyboard.press("Home");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);

  const { x, y } = (await timeline.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 20, y + 24);
  await page.mouse.down();
  await page.mouse.move(x + 20, 299, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(900);
});

test("an address of a photo opens it, now and again; a wrong one says so", async () => {
  const { page } = await open();
  const id = await tiles(page).nth(1).getAttribute("data-tile");
  await page.goto(`${served.url}?photo=${id}`);
  await showsPhoto(page, "rose-4.jpg");
  await page.reload();
  await showsPhoto(page, "rose-4.jpg");
  expect(await similarNames(page)).toHaveLength(5);
  await page.keyboard.press("Escape");
  await expect.poll(() => focusedTile(page)).toBe("rose-4.jpg");
  expect(page.url()).toBe(served.url);
  for (const wrong of ["1", "abc", "9007199254740993"]) {
    await page.goto(`${served.url}?photo=${wrong}`);
    await page.getByText("There is no such photo in this gallery.").waitFor();
    await page.getByRole("button", { name: "Go to the gallery" }).click();
    await tiles(page).first().waitFor();
    expect(page.url()).toBe(served.url);
  }
});

test("on a phone: tap, swipe, pull the details up, tap a similar photo", async () => {
  const { page } = await open(served.url, PHONE);
  await tiles(page).nth(1).tap();
  await showsPhoto(page, "rose-4.jpg");
  await page.getByRole("button", { name: "Next photo (→)" }).waitFor();
  await swipeLeft(page);
  await showsPhoto(page, "rose-3.jpg");
  await page.getByRole("button", { name: "Details (i)" }).tap();
  await expect.poll(() => photoView(page).evaluate((view) => view.scrollTop)).toBeGreaterThan(400);
  const [nearest = "none"] = await similarNames(page);
  await similar(page).first().tap();
  await showsPhoto(page, nearest);
  expect(await photoView(page).evaluate((view) => view.scrollTop)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole("button", { name: "Close (Esc)" }).tap();
  await photoView(page).waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test.each(["light", "dark"] as const)("%s as the system, or as chosen", async (colorScheme) => {
  const { page } = await open(served.url, { colorScheme });
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [light, dark] = ["rgb(252, 252, 251)", "rgb(16, 16, 17)"];
  expect(await background()).toBe(colorScheme === "light" ? light : dark);
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  if (colorScheme === "light") await theme.click();
  expect(await background()).toBe(colorScheme === "light" ? dark : light);
  await page.reload();
  await tiles(page).first().click();
  await showsPhoto(page, "rose-5.jpg");
  expect(await background()).toBe(colorScheme === "light" ? dark : light);
  const behind = photoView(page).evaluate((view) => getComputedStyle(view).backgroundColor);
  expect(await behind).toBe(dark);
});

test("in any folder of the simplest host", async () => {
  const home = dumb.origin + encodeURI(SUBPATH);
  const { page, requested } = await open(home);
  await tiles(page).first().click();
  await showsPhoto(page, "rose-5.jpg");
  const [nearest = "none"] = await similarNames(page);
  await similar(page).first().click();
  await showsPhoto(page, nearest);
  await page.reload();
  await showsPhoto(page, nearest);
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  expect(page.url()).toBe(home);
  expect(requested.filter((url) => !url.startsWith(home) && !url.startsWith("data:"))).toEqual([]);
});

test("a damaged card is told, the rest works, and trying again helps once it is repaired", async () => {
  const { page } = await open(dumb.origin + encodeURI(SUBPATH));
  await tiles(page).first().waitFor();
  const cards = join(site, "data/cards");
  const files = readdirSync(cards).map(
    (name) => [join(cards, name), readFileSync(join(cards, name))] as const,
  );
  for (const [file, bytes] of files) writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  try {
    await tiles(page).first().click();
    await showsPhoto(page, "rose-5.jpg");
    await page.getByText("The details could not be loaded.").waitFor();
    await page.keyboard.press("ArrowRight");
    await showsPhoto(page, "rose-4.jpg");
    await page.getByText("The details could not be loaded.").waitFor();
  } finally {
    for (const [file, bytes] of files) writeFileSync(file, bytes);
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await similar(page).first().waitFor();
  expect(await similarNames(page)).toHaveLength(5);
});

test("an album that was published anew while it is open offers to load it again", async () => {
  const { page } = await open(dumb.origin + encodeURI(SUBPATH));
  await tiles(page).first().waitFor();
  const manifest = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8"));
  await page.route("**/data/manifest.json", (route) =>
    route.fulfill({ json: { ...manifest, buildId: "another" } }),
  );
  // As many hosts answer for a file that is gone.
  await page.route("**/data/cards/*", (route) => route.fulfill({ body: "<!doctype html>" }));
  await tiles(page).first().click();
  await page.getByText("This gallery has been updated.").waitFor();
  await page.unroute("**/data/manifest.json");
  await page.unroute("**/data/cards/*");
  await page.getByRole("button", { name: "Reload" }).click();
  await similar(page).first().waitFor();
  expect(await page.getByText("This gallery has been updated.").count()).toBe(0);
});

test("the published databases answer as the album's own", async () => {
  // By its address: it is source of another package, and builds its page from source too.
  const harness = new URL("../packages/akin-browser/test/harness/build-page.ts", import.meta.url)
    .href;
  await (await import(harness)).buildPage(join(folder, "page"));
  const { page } = await open(`${dumb.origin}/page/`);
  for (const path of [DESCRIBED.path, "rose/rose-0.jpg", "town/town-5.jpg"]) {
    const found = await page.evaluate(
      async ([url, imagePath]) => {
        const { main, vectors } = await (await akin.openGallery(url)).databases();
        return akin.fetchSimilarImages({ mainDb: main, vectorDb: vectors, imagePath });
      },
      [encodeURI(SUBPATH), path] as const,
    );
    const stored = storedNeighbours(path);
    expect(found.map((photo) => photo.path)).toEqual(stored.map((photo) => photo.path));
    for (const [rank, { similarity }] of found.entries()) {
      expect(similarity).toBeCloseTo(Number(stored[rank]?.distance), 2);
    }
  }
});

function storedNeighbours(path: string): Record<string, unknown>[] {
  const database = openWithVectors(join(gallery, "database.db"));
  try {
    const sql = `SELECT other.path AS path, distance FROM neighbours
      JOIN images AS photo ON photo.id = image_id JOIN images AS other ON other.id = neighbour_id
      WHERE photo.path = ? ORDER BY rank LIMIT 5`;
    return database.prepare(sql).all(path);
  } finally {
    database.close();
  }
}
