/// <reference lib="dom" />
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESCRIBED, drawDescribedAlbum } from "./support/draw-described-album.js";
import { showsPhoto, similarNames, tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { type Served, serveGallery } from "./support/serve-gallery.js";
import { slowHost } from "./support/slow-host.js";
import { launchBrowser, visit } from "./support/visit.js";

const folder = mkdtempSync(join(tmpdir(), "akin-offline-"));
const album = join(folder, "album");
const gallery = join(folder, "gallery");
let browser: Browser;
let served: Served;

async function build(config: object): Promise<void> {
  writeFileSync(join(album, "gallery.config.json"), JSON.stringify(config));
  const run = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(run).toMatchObject({ exitCode: 0 });
}

beforeAll(async () => {
  await drawDescribedAlbum(album);
  await build({ title: "Before" });
  served = await serveGallery(gallery);
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until what was fetched so far is kept. */
async function isKept(page: Page, path: string): Promise<void> {
  const url = new URL(path, served.url).href;
  // Playwright's waitForFunction does not wait for promises.
  const kept = () =>
    page.evaluate(
      async (url) =>
        (await caches.match(url)) !== undefined && navigator.serviceWorker.controller !== null,
      url,
    );
  await expect.poll(kept).toBe(true);
}

/** Waits until all images that the page shows are kept. */
async function imagesAreKept(page: Page): Promise<void> {
  const areKept = async () => {
    const shown = [...document.images].filter((image) => image.currentSrc.startsWith("http"));
    const kept = await Promise.all(shown.map((image) => caches.match(image.currentSrc)));
    return shown.length > 0 && kept.every((response) => response !== undefined);
  };
  await expect.poll(() => page.evaluate(areKept)).toBe(true);
}

test("what was seen is there without a network, and it says so", { timeout: 60_000 }, async () => {
  const { page, problems, requested, close } = await visit(browser, served.url, {
    serviceWorkers: "allow",
  });
  try {
    await tiles(page).first().waitFor();
    await isKept(page, "data/manifest.json");
    await imagesAreKept(page);
    await page.getByRole("link", { name: DESCRIBED.title }).click();
    await showsPhoto(page, DESCRIBED.title);
    const similar = await similarNames(page);
    await imagesAreKept(page);
    expect(problems).toEqual([]);

    await page.context().setOffline(true);
    await page.reload();
    await showsPhoto(page, DESCRIBED.title);
    expect(await similarNames(page)).toEqual(similar);
    await page.getByText("You are offline").waitFor();
    await page.keyboard.press("Escape");
    await tiles(page).first().getByRole("img").waitFor();

    await page.context().setOffline(false);
    await page.getByText("You are offline").waitFor({ state: "detached" });
    expect(requested.filter((url) => !url.startsWith(served.url))).toEqual([]);
  } finally {
    await close();
  }
});

test("what is kept is bounded: the oldest goes, unless it was used", {
  timeout: 60_000,
}, async () => {
  const { page, problems, close } = await visit(browser, served.url, { serviceWorkers: "allow" });
  try {
    await tiles(page).first().waitFor();
    await isKept(page, "data/manifest.json");
    const counts = await page.evaluate(async (url) => {
      const cache = await caches.open(`akin ${url} tiles`);
      for (const request of await cache.keys()) await cache.delete(request);
      const image = (number: number) =>
        `${url}images/00/${String(number).padStart(20, "0")}-400.jpg`;
      for (let number = 0; number < 2100; number++) {
        await cache.put(image(number), new Response("tile"));
      }
      const { controller } = navigator.serviceWorker;
      controller?.postMessage([image(0)]);
      // It looks at every fiftieth file that comes.
      const shown = [...document.images].map((each) => each.currentSrc);
      const small = shown.find((each) => each.endsWith("-400.jpg")) ?? "";
      for (let round = 0; round < 60; round++) {
        await cache.delete(small);
        controller?.postMessage([small]);
        while (!(await cache.match(small))) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const deadline = performance.now() + 20_000;
      while ((await cache.keys()).length > 2050 && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const has = async (number: number) => (await cache.match(image(number))) !== undefined;
      return { used: await has(0), oldest: await has(1), newest: await has(2099) };
    }, served.url);
    expect(counts).toEqual({ used: true, oldest: false, newest: true });
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});

test("without room for more, the gallery works as before", { timeout: 60_000 }, async () => {
  const { page, problems, close } = await visit(browser, served.url, { serviceWorkers: "allow" });
  try {
    await tiles(page).first().waitFor();
    await isKept(page, "data/manifest.json");
    const session = await page.context().newCDPSession(page);
    const origin = new URL(served.url).origin;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await page.getByRole("link", { name: DESCRIBED.title }).click();
    await showsPhoto(page, DESCRIBED.title);
    expect(await similarNames(page)).toHaveLength(5);
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});

test("a new build is what a visitor sees next", { timeout: 60_000 }, async () => {
  await build({ title: "Before" });
  const { page, problems, close } = await visit(browser, served.url, {
    serviceWorkers: "allow",
  });
  try {
    await tiles(page).first().waitFor();
    await isKept(page, "data/manifest.json");
    const count = await page.getByRole("heading", { level: 1 }).textContent();
    expect(count).toBe("Before");

    await build({ title: "After", accent: "#c2185b", exclude: ["rose/**"] });
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "After" }).waitFor();
    expect(await page.title()).toBe("After");
    await tiles(page).first().waitFor();
    expect(problems).toEqual([]);

    // What was fetched for the old page alone is gone.
    const keptPages = () =>
      page.evaluate(async (url) => (await caches.match(url))?.text(), served.url);
    await expect.poll(keptPages).toContain("<title>After</title>");
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "After" }).waitFor();
  } finally {
    await close();
  }
});

test("a gallery that is no app any more is forgotten", { timeout: 60_000 }, async () => {
  await build({ title: "Before" });
  const { page, close } = await visit(browser, served.url, {
    serviceWorkers: "allow",
  });
  const workers = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  try {
    await tiles(page).first().waitFor();
    await isKept(page, "data/manifest.json");
    expect(await workers()).toBe(1);
    await build({ title: "Before", installable: false });
    await page.reload();
    await expect.poll(workers).toBe(0);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await page.reload();
    await tiles(page).first().waitFor();
    expect(await workers()).toBe(0);
  } finally {
    await close();
  }
});

test("a host that does not answer is not waited for; what it says late is told", {
  timeout: 90_000,
}, async () => {
  await build({ title: "Before" });
  const host = await slowHost(served.url);
  const { page, problems, close } = await visit(browser, host.url, { serviceWorkers: "allow" });
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });
  try {
    await tiles(page).first().waitFor();
    const isInControl = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
    await expect.poll(isInControl).toBe("activated");
    await imagesAreKept(page);
    host.hold();
    await page.reload();
    await heading("Before").waitFor();
    await tiles(page).first().getByRole("img").waitFor();
    await build({ title: "After" });
    host.release();
    await page.getByText("This gallery has been updated.").waitFor();
    await page.getByRole("button", { name: "Reload" }).click();
    await heading("After").waitFor();
    expect(await page.getByText("This gallery has been updated.").count()).toBe(0);
    expect(problems).toEqual([]);
  } finally {
    await close();
    host.close();
  }
});
