/// <reference lib="dom" />
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { type InstalledExample, installExample } from "./support/install-example.js";
import { buildJson } from "./support/run-akin.js";
import { serveDumbly } from "./support/serve-dumbly.js";
import { skipBecause } from "./support/skip-because.js";
import { temporaryFolder } from "./support/temporary-folder.js";
import { launchBrowser, type Visit, visit } from "./support/visit.js";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test("plain: a page without a bundler shows similar photos, and searches in the worker", async (context) => {
  const example = await installed("plain", context);
  const photos = temporaryFolder();
  await drawAlbum(photos, SMALL_ALBUM);
  await buildJson(photos, join(example.folder, "gallery"));
  await opened(example.folder, "?photo=sea/sea-1.jpg", async ({ page, requested }) => {
    const similar = page.locator("#similar a");
    await expect.poll(() => names(page, "#similar")).toHaveLength(5);
    expect((await names(page, "#similar")).every((name) => name.startsWith("sea/"))).toBe(true);
    expect(requested.filter((url) => /worker|wasm/.test(url))).toEqual([]);

    await page.getByRole("searchbox").fill("wood");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText("6 found", { exact: true }).waitFor();
    expect((await names(page, "#found")).sort()).toEqual(
      [0, 1, 2, 3, 4, 5].map((variant) => `wood/wood-${variant}.jpg`),
    );

    const [nearest = "none"] = await names(page, "#similar");
    await similar.first().click();
    await page.locator("figcaption", { hasText: nearest.replace("sea/", "") }).waitFor();
    expect(new URL(page.url()).searchParams.get("photo")).toBe(nearest);
  });
});

test("nextjs: a static export shows similar photos on a details page, and queries the databases", async (context) => {
  const example = await installed("nextjs", context);
  await drawAlbum(join(example.folder, "public/photos"), SMALL_ALBUM);
  await example.run("gallery", "--model", "builtin");
  await example.run("build");
  await opened(join(example.folder, "out"), "", async ({ page, requested }) => {
    await page.getByRole("link", { name: "sea/sea-1.jpg" }).click();
    await page.getByRole("heading", { name: "sea/sea-1.jpg" }).waitFor();
    const similar = page.getByRole("region", { name: "Similar photos" }).getByRole("link");
    await similar.first().waitFor();
    const near = await names(page, ".akin-similar");
    expect([...near].sort()).toEqual([0, 2, 3, 4, 5].map((variant) => `sea-${variant}.jpg`));

    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await similar.first().click();
    await page.getByRole("heading", { name: `sea/${near[0]}` }).waitFor();
    expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
    await expect.poll(() => names(page, ".akin-similar")).toContain("sea-1.jpg");
    await page.reload();
    await expect.poll(() => names(page, ".akin-similar")).toContain("sea-1.jpg");
    expect(requested.filter((url) => /sqlite.*wasm/.test(url))).toEqual([]);

    await page.goto(new URL("/query/", page.url()).href);
    await page.getByLabel("Photo").selectOption("sea/sea-1.jpg");
    const answers = page.getByRole("listitem");
    await expect.poll(() => answers.first().textContent()).toMatch(/^sea\/sea-\d\.jpg 0\.\d{4}$/);
    expect((await answers.allTextContents()).slice(0, 5).map((text) => text.split(" ")[0])).toEqual(
      near.map((name) => `sea/${name}`),
    );
    expect(requested.filter((url) => /sqlite.*wasm/.test(url))).toHaveLength(1);
  });
});

async function installed(name: string, context: TestContext): Promise<InstalledExample> {
  const example = await installExample(name);
  if ("why" in example) return skipBecause(context, example.why);
  return example;
}

/** Serves a folder, opens an address in it, and expects that nothing goes wrong and nothing foreign is asked for. */
async function opened(folder: string, address: string, use: (visit: Visit) => Promise<void>) {
  const server = await serveDumbly({ "/": folder });
  const visited = await visit(browser, `${server.origin}/${address}`);
  try {
    await use(visited);
    expect(visited.problems).toEqual([]);
    const own = [`${server.origin}/`, "data:", "blob:"];
    const foreign = visited.requested.filter((url) => !own.some((start) => url.startsWith(start)));
    expect(foreign).toEqual([]);
  } finally {
    await visited.close();
    server.stop();
  }
}

/** What the photos within an element are called, in order, once they are all there. */
async function names(page: Page, within: string): Promise<string[]> {
  const images = await page.locator(`${within} img`).all();
  return Promise.all(images.map(async (image) => (await image.getAttribute("alt")) ?? ""));
}
