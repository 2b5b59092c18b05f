import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { click, type OtherBrowser, typeText } from "./support/other-browsers/other-browser.js";
import { copyRecorded, problemsOf } from "./support/other-browsers/recorded-page.js";
import { startFirefox } from "./support/other-browsers/start-firefox.js";
import { startWebKit, type WebKitPrograms } from "./support/other-browsers/start-webkit.js";
import { buildJson } from "./support/run-akin.js";
import { serveDumbly } from "./support/serve-dumbly.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = { timeout: 20_000 };

/** Plain JavaScript without types: it also runs before anything is installed. */
const found: { findFirefox(): string | undefined; findWebKit(): WebKitPrograms | undefined } =
  await import(new URL("../scripts/other-browsers.mjs", import.meta.url).href);

const folder = mkdtempSync(join(tmpdir(), "akin-test-browsers-"));
let server: Awaited<ReturnType<typeof serveDumbly>>;

beforeAll(async () => {
  const gallery = join(folder, "gallery");
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  await buildJson(join(folder, "album"), gallery);
  copyRecorded(join(gallery, "site"), join(folder, "site"));
  copyRecorded(join(ROOT, "examples/plain"), join(folder, "plain"));
  cpSync(join(ROOT, "packages/akin-browser/dist"), join(folder, "dist"), { recursive: true });
  server = await serveDumbly({
    "/site/": join(folder, "site"),
    "/plain/node_modules/akin-browser/dist/": join(folder, "dist"),
    "/plain/gallery/": gallery,
    "/plain/": join(folder, "plain"),
  });
});

afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("Firefox: the gallery page, and a search in the worker", async ({ skip }) => {
  const program = found.findFirefox();
  if (program === undefined) return skip("Firefox is not installed");
  await withBrowser(await startFirefox(program), smoke);
});

test("WebKit: the gallery page, and a search in the worker", async ({ skip }) => {
  const programs = found.findWebKit();
  if (programs === undefined) return skip("WebKitGTK's WebDriver or Xvfb is not installed");
  await withBrowser(await startWebKit(programs), smoke);
});

async function withBrowser(browser: OtherBrowser, use: (browser: OtherBrowser) => Promise<void>) {
  console.info(browser.name);
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

async function smoke(browser: OtherBrowser): Promise<void> {
  await browser.open(`${server.origin}/site/`);
  // As many as are near the window.
  await expect.poll(() => count(browser, "[data-tile]"), PATIENCE).toBeGreaterThan(6);
  await expect.poll(() => loaded(browser, "[data-tile] img"), PATIENCE).toBe(true);
  await click(browser, "[data-tile]");
  await expect.poll(() => openPhoto(browser), PATIENCE).toBe("rose-5.jpg");
  await expect.poll(() => count(browser, ".akin-similar-tile img"), PATIENCE).toBe(5);
  const [nearest = "none"] = await names(browser, ".akin-similar-tile img");
  expect(nearest).toMatch(/^rose-/);
  await click(browser, ".akin-similar-tile");
  await expect.poll(() => openPhoto(browser), PATIENCE).toBe(nearest);
  await expect.poll(() => loaded(browser, "[data-open-photo] img"), PATIENCE).toBe(true);
  expect(await problemsOf(browser)).toEqual([]);

  await browser.open(`${server.origin}/plain/?photo=sea/sea-1.jpg`);
  await expect.poll(() => count(browser, "#similar img"), PATIENCE).toBe(5);
  await click(browser, "input");
  await typeText(browser, "wood");
  await click(browser, "button");
  const status = () => browser.evaluate("document.querySelector('output').value");
  await expect.poll(status, PATIENCE).toBe("6 found");
  expect((await names(browser, "#found img")).every((name) => name.startsWith("wood/"))).toBe(true);
  expect(await problemsOf(browser)).toEqual([]);
}

const all = (selector: string) => `[...document.querySelectorAll(${JSON.stringify(selector)})]`;

const count = (browser: OtherBrowser, selector: string) =>
  browser.evaluate<number>(`${all(selector)}.length`);

/** Whether the first image is there. */
const loaded = (browser: OtherBrowser, selector: string) =>
  browser.evaluate<boolean>(`${all(selector)}[0]?.naturalWidth > 0`);

const names = (browser: OtherBrowser, selector: string) =>
  browser.evaluate<string[]>(`${all(selector)}.map((image) => image.alt)`);

/** The name of the photo that is shown alone, once nothing moves any more. */
const openPhoto = (browser: OtherBrowser) =>
  browser.evaluate<string | null>(
    `document.documentElement.matches(":active-view-transition") ? null : document.querySelector("[role=dialog]")?.getAttribute("aria-label")`,
  );
