/// <reference lib="dom" />
import { join } from "node:path";
import { photoId } from "akin-browser/format";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { drawAlbum } from "./support/draw-album.js";
import { DESCRIBED, drawDescribedAlbum } from "./support/draw-described-album.js";
import { touch } from "./support/fingers.js";
import { photoView, showsPhoto, similar, similarNames, tiles } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawDescribedAlbum(album);
  await buildJson(album, gallery, "--originals", "copy");
});

/** Opens a photo over the grid. */
async function openPhoto(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await visited.visit("", options);
  await page.locator(`[data-tile="${photoId(path)}"]`).click();
  await showsPhoto(page, nameOf(path));
  return page;
}

const nameOf = (path: string) => path.slice(path.indexOf("/") + 1);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const trail = (page: Page) => page.getByRole("navigation", { name: "Where you have been" });
const steps = (page: Page) =>
  trail(page)
    .getByRole("listitem")
    .getByRole("button")
    .evaluateAll((all) => all.map((step) => step.getAttribute("aria-label")));
const shownPhoto = (page: Page) => photoView(page).getAttribute("aria-label");

/** How far the photo is enlarged, and where its middle is from that of the stage. */
const zoomed = (page: Page) =>
  page.evaluate(() => {
    const photo = document.querySelector("[data-open-photo]");
    const transform = photo === null ? "" : getComputedStyle(photo).transform;
    const { a, e, f } = new DOMMatrix(transform === "none" ? "" : transform);
    return { scale: a, x: e, y: f };
  });
const scale = async (page: Page) => (await zoomed(page)).scale;

test("a photo is enlarged by keys, wheel and double click, and moved; arrows go on when it fits", async () => {
  const page = await openPhoto("rose/rose-4.jpg");
  await press(page, "+", "+", "+");
  await expect.poll(() => scale(page)).toBeCloseTo(1.5 ** 3);
  await press(page, "ArrowRight", "ArrowRight");
  await expect.poll(async () => (await zoomed(page)).x).toBeLessThan(-100);
  expect(await shownPhoto(page)).toBe("rose-4.jpg");
  // Never further than to its edge.
  await press(page, ...Array<string>(20).fill("ArrowUp"));
  const edges = () =>
    page.evaluate(() => {
      const stage = document.querySelector("[data-zoomed]")?.getBoundingClientRect();
      const photo = document.querySelector("[data-open-photo]")?.getBoundingClientRect();
      return Math.round((photo?.top ?? -1) - (stage?.top ?? 0));
    });
  await expect.poll(edges).toBe(0);
  await press(page, "Escape");
  await expect.poll(() => scale(page)).toBe(1);
  expect(await shownPhoto(page)).toBe("rose-4.jpg");

  await page.mouse.move(500, 450);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => scale(page)).toBeGreaterThan(1.5);
  await page.mouse.wheel(0, -4000);
  await expect.poll(() => scale(page)).toBe(4);
  await press(page, "0");
  await expect.poll(() => scale(page)).toBe(1);

  await page.mouse.dblclick(500, 450);
  await expect.poll(() => scale(page)).toBe(2);
  await press(page, "+", "+");
  await expect.poll(() => scale(page)).toBe(4);
  const { x } = await zoomed(page);
  await page.mouse.move(500, 450);
  await page.mouse.down();
  await page.mouse.move(460, 450, { steps: 4 });
  await page.waitForTimeout(100);
  await page.mouse.up();
  await expect.poll(async () => (await zoomed(page)).x).toBeCloseTo(x - 40);
  await page.getByRole("button", { name: "Zoom out (0)" }).click();
  await expect.poll(() => scale(page)).toBe(1);
  await photoView(page).focus();
  await press(page, "ArrowRight");
  await showsPhoto(page, "rose-3.jpg");
  expect(await scale(page)).toBe(1);
});

test("a slideshow goes through the list by keyboard, pauses, and ends at the last photo", async () => {
  const page = await openPhoto("sea/sea-2.jpg");
  await page.clock.install();
  await press(page, " ");
  const show = page.getByRole("region", { name: "Slideshow" });
  await show.getByText("Slideshow is playing.").waitFor();
  await page.getByRole("complementary", { name: "Details" }).waitFor({ state: "hidden" });
  await playsOn(page, "sea-1.jpg");
  await press(page, " ");
  await show.getByText("Slideshow is paused.").waitFor();
  await page.clock.runFor(20_000);
  expect(await shownPhoto(page)).toBe("sea-1.jpg");
  await press(page, " ", "+");
  // As long as one looks at it from near it stays.
  await page.clock.runFor(20_000);
  expect(await shownPhoto(page)).toBe("sea-1.jpg");
  await press(page, "0");
  await playsOn(page, "sea-0.jpg");
  await expect
    .poll(async () => {
      await page.clock.runFor(1000);
      return show.getByRole("status").textContent();
    })
    .toBe("That was the last photo.");
  await press(page, "Escape");
  await show.waitFor({ state: "detached" });
  await page.getByRole("complementary", { name: "Details" }).waitFor();
  expect(await shownPhoto(page)).toBe("sea-0.jpg");
  await press(page, "Escape");
  await photoView(page).waitFor({ state: "detached" });
});

test("a similarity walk shows each photo once; all of it is in the trail, and back is where it began", async () => {
  const page = await openPhoto("town/town-0.jpg");
  const nearest = (await similarNames(page))[0];
  await page.clock.install();
  await press(page, " ");
  const show = page.getByRole("region", { name: "Slideshow" });
  await show.getByRole("combobox", { name: "Order" }).selectOption("Similarity walk");
  const seen = [await shownPhoto(page)];
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1000);
        const shown = await shownPhoto(page);
        if (shown !== seen.at(-1)) seen.push(shown);
        return show.getByRole("status").textContent();
      },
      { interval: 10, timeout: 60_000 },
    )
    .toBe("That was the last photo.");
  expect(seen[1]).toBe(nearest);
  expect(seen).toHaveLength(24);
  expect(new Set(seen).size).toBe(24);
  // What is alike comes first.
  expect(seen.slice(0, 6).every((name) => name?.startsWith("town"))).toBe(true);
  expect(await steps(page)).toEqual(seen);
  await press(page, "Escape");
  await page.goBack();
  await showsPhoto(page, "town-0.jpg");
  await trail(page)
    .getByRole("button", { name: seen[3] ?? "" })
    .click();
  await showsPhoto(page, seen[3] ?? "");
  await press(page, "Escape");
  await photoView(page).waitFor({ state: "detached" });
}, 90_000);

/** Lets the clock go on until the next photo is there. */
async function playsOn(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.clock.runFor(500);
      return shownPhoto(page);
    })
    .toBe(name);
}

test("the trail shows where one has been, leads back, and outlives a reload", async () => {
  const page = await openPhoto("wood/wood-1.jpg");
  expect(await trail(page).count()).toBe(0);
  const visited = ["wood-1.jpg"];
  for (const rank of [0, 1]) {
    const name = (await similarNames(page))[rank] ?? "none";
    await similar(page).nth(rank).click();
    await showsPhoto(page, name);
    visited.push(name);
  }
  expect(await steps(page)).toEqual(visited);
  // One beside it in the list takes its place.
  await press(page, "ArrowRight");
  await expect.poll(() => shownPhoto(page)).not.toBe(visited[2]);
  visited[2] = (await shownPhoto(page)) ?? "";
  await expect.poll(() => steps(page)).toEqual(visited);

  await trail(page).getByRole("listitem").first().getByRole("button").click();
  await showsPhoto(page, visited[0] ?? "");
  const current = trail(page).locator("[aria-current]");
  expect(await current.getAttribute("aria-label")).toBe(visited[0]);
  expect(await steps(page)).toEqual(visited);
  await page.goForward();
  await showsPhoto(page, visited[1] ?? "");
  await page.reload();
  await showsPhoto(page, visited[1] ?? "");
  await expect.poll(() => steps(page)).toEqual(visited);
  expect(await current.getAttribute("aria-label")).toBe(visited[1]);
  await trail(page).getByRole("listitem").nth(2).getByRole("button").click();
  await showsPhoto(page, visited[2] ?? "");
  await page.getByRole("button", { name: "Clear the trail" }).click();
  await trail(page).waitFor({ state: "detached" });
  expect(await photoView(page).evaluate((view) => view === document.activeElement)).toBe(true);
  await press(page, "Escape");
  await photoView(page).waitFor({ state: "detached" });
});

test("share copies the link, the menu is left by Escape, s asks for more like it", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const page = await openPhoto("rose/rose-1.jpg", { permissions });
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByText("The link is copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${visited.url}?photo=${photoId("rose/rose-1.jpg")}`);

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("button", { name: "Select", exact: true }).waitFor();
  const original = page.getByRole("listitem").getByRole("link", { name: "Download original" });
  const download = page.waitForEvent("download");
  await original.click();
  expect((await download).suggestedFilename()).toBe("rose-1.jpg");
  await page.getByRole("button", { name: "More actions" }).click();
  await press(page, "Escape");
  await original.waitFor({ state: "detached" });
  expect(await shownPhoto(page)).toBe("rose-1.jpg");

  await press(page, "s");
  await photoView(page).waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("like")).toBe(String(photoId("rose/rose-1.jpg")));
});

test("axe finds nothing wrong with trail, menu and slideshow", async () => {
  for (const options of [{}, PHONE]) {
    const page = await openPhoto("town/town-3.jpg", { ...options, reducedMotion: "reduce" });
    const nearest = (await similarNames(page))[0] ?? "none";
    await similar(page).first().click();
    await showsPhoto(page, nearest);
    await trail(page).waitFor();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("button", { name: "Select", exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await press(page, "Escape");
    await page.getByRole("button", { name: "Slideshow (space)" }).click();
    await page.getByRole("region", { name: "Slideshow" }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test("without published originals there is nothing to download", async () => {
  const gallery = join(visited.folder, "without");
  await drawAlbum(join(visited.folder, "one"), [{ path: "a/a.jpg", kind: "sea", variant: 1 }]);
  await buildJson(join(visited.folder, "one"), gallery);
  const url = await visited.serve(gallery);
  const { page } = await visited.visit(`${url}?photo=${photoId("a/a.jpg")}`);
  await showsPhoto(page, "a.jpg");
  await page.getByText("480 × 320").waitFor();
  expect(await page.getByText("Download original").count()).toBe(0);
});

test("what the panel tells leads to the photos of which the same is true", async () => {
  const { page } = await visited.visit(`?photo=${photoId(DESCRIBED.path)}`);
  await showsPhoto(page, DESCRIBED.title);
  const details = page.getByRole("complementary", { name: "Details" });
  const leadsTo = async (name: string) => {
    const href = await details.getByRole("link", { name, exact: true }).getAttribute("href");
    return Object.fromEntries(new URLSearchParams(href ?? ""));
  };
  expect(await leadsTo("low & calm")).toEqual({ tag: "low & calm" });
  expect(await leadsTo("Akin Test")).toEqual({ camera: "Akin Test" });
  expect(await details.locator("a[href='?folder=sea']").textContent()).toBe("sea");
  await details.getByRole("link", { name: "low & calm" }).click();
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => tiles(page).count()).toBe(1);
});

test("on a phone: pinch, pan, double tap, pull the sheet up, pull the photo down to close", async () => {
  const page = await openPhoto("rose/rose-4.jpg", PHONE);
  const fingers = await touch(page);
  await fingers.pinch({ x: 195, y: 360 }, 40, 120);
  await expect.poll(() => scale(page)).toBeGreaterThan(2.5);
  // Enlarged, a finger moves the photo and does not go on.
  await fingers.drag({ x: 300, y: 360 }, { x: 200, y: 360 });
  await expect.poll(async () => (await zoomed(page)).x).toBeLessThan(-50);
  expect(await shownPhoto(page)).toBe("rose-4.jpg");
  await fingers.doubleTap({ x: 195, y: 360 });
  await expect.poll(() => scale(page)).toBe(1);

  const scrolled = () => photoView(page).evaluate((view) => view.scrollTop);
  await page.getByRole("button", { name: "Pull the details up or down" }).tap();
  await expect.poll(scrolled).toBeGreaterThan(400);
  await page.getByRole("button", { name: "Pull the details up or down" }).tap();
  await expect.poll(scrolled).toBe(0);
  await fingers.drag({ x: 195, y: 300 }, { x: 195, y: 500 });
  await photoView(page).waitFor({ state: "detached" });
});

test("a swipe that begins while the photo still opens is not lost", async () => {
  const { page } = await visited.visit("", PHONE);
  const fingers = await touch(page);
  await tiles(page).nth(1).tap();
  await page.locator("[role=dialog][data-growing]").waitFor();
  await fingers.drag({ x: 320, y: 300 }, { x: 80, y: 300 });
  await showsPhoto(page, "rose-3.jpg");
});
