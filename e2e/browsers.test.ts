import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
import { skipBecause } from "./support/skip-because.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = { timeout: 20_000 };

/** Plain JavaScript without types: it also runs before anything is installed. */
const found: { findFirefox(): string | undefined; findWebKit(): WebKitPrograms | undefined } =
  await import(new URL("../scripts/other-browsers.mjs", import.meta.url).href);

/** A page that only has a gallery, which is read piece by piece. */
const LARGE_PAGE = `<!doctype html><html><head><title>Large</title></head><body><script type="module">
  import { openGallery } from "../plain/node_modules/akin-browser/dist/index.js";
  globalThis.gallery = await openGallery("../large/");
</script></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "akin-test-browsers-"));
let server: Awaited<ReturnType<typeof serveDumbly>>;

beforeAll(async () => {
  if (found.findFirefox() === undefined && found.findWebKit() === undefined) return;
  const gallery = join(folder, "gallery");
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  await buildJson(join(folder, "album"), gallery);
  copyRecorded(join(gallery, "site"), join(folder, "site"));
  copyRecorded(join(ROOT, "examples/plain"), join(folder, "plain"));
  await writeLargeGallery(join(folder, "large"));
  mkdirSync(join(folder, "large-page"));
  writeFileSync(join(folder, "large-page/index.html"), LARGE_PAGE);
  copyRecorded(join(folder, "large-page"), join(folder, "large-page-recorded"));
  cpSync(join(ROOT, "packages/akin-browser/dist"), join(folder, "dist"), { recursive: true });
  server = await serveDumbly({
    "/site/": join(folder, "site"),
    "/large/": join(folder, "large"),
    "/large-page/": join(folder, "large-page-recorded"),
    "/plain/node_modules/akin-browser/dist/": join(folder, "dist"),
    "/plain/gallery/": gallery,
    "/plain/": join(folder, "plain"),
  });
});

afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("Firefox: the gallery page, a search, and a large gallery piece by piece", async (context) => {
  const program = found.findFirefox();
  if (program === undefined) return skipBecause(context, "Firefox is not installed");
  await withBrowser(await startFirefox(program), smoke);
});

test("WebKit: the gallery page, a search, and a large gallery piece by piece", async (context) => {
  const programs = found.findWebKit();
  if (programs === undefined)
    return skipBecause(context, "WebKitGTK's WebDriver or Xvfb is not installed");
  await withBrowser(await startWebKit(programs), smoke);
});

/** 4096 photos of eight kinds, with a database above 1 MB and vectors above 20 MB. */
async function writeLargeGallery(to: string): Promise<void> {
  // By their addresses: they are source of another package, and take its source.
  const harness = (name: string) =>
    import(new URL(`../packages/akin-browser/test/harness/${name}.ts`, import.meta.url).href);
  const { MANY_DIMENSIONS: dimensions, manyPhotos } = await harness("many-photos");
  const { writeFixtureSite } = await harness("fixture-site");
  await writeFixtureSite(to, { photos: manyPhotos(), dimensions });
}

async function withBrowser(browser: OtherBrowser, use: (browser: OtherBrowser) => Promise<void>) {
  console.info(browser.name);
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

async function smoke(browser: OtherBrowser): Promise<void> {
  await usesGalleryPage(browser);
  await searchesInPlainPage(browser);
  await searchesPieceByPiece(browser);
}

async function usesGalleryPage(browser: OtherBrowser): Promise<void> {
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
}

async function searchesInPlainPage(browser: OtherBrowser): Promise<void> {
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

async function searchesPieceByPiece(browser: OtherBrowser): Promise<void> {
  await browser.open(`${server.origin}/large-page/`);
  await expect.poll(() => browser.evaluate("typeof gallery"), PATIENCE).toBe("object");
  expect(await browser.evaluate('gallery.count({ text: "glacier" })')).toBe(4096 / 8);
  const like =
    'gallery.search({ plus: [(await gallery.search({ where: { text: "glacier" } }))[0].id], limit: 20 })';
  const paths = await browser.evaluate<string[]>(
    `(async () => (await ${like}).map(({ path }) => path))()`,
  );
  expect(paths).toHaveLength(20);
  expect(paths.filter((path) => !path.startsWith("glacier/"))).toEqual([]);
  expect(await browser.evaluate("gallery.vectorsCost().loaded")).toBe(false);
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
    `document.documentElement.matches(":active-view-transition") || document.querySelector("[data-growing]") ? null : document.querySelector("[role=dialog]")?.getAttribute("aria-label")`,
  );
