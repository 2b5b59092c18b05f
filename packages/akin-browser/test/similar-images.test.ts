import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BrowserTest, startBrowserTest, type TestPage } from "./harness/browser-test.js";
import { noBrowser } from "./harness/find-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describe.skipIf(noBrowser)("<SimilarImages>", () => {
  let browser: BrowserTest;
  let page: TestPage;
  let expectedConsole: RegExp | null;

  beforeAll(async () => {
    browser = await startBrowserTest();
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open();
    expectedConsole = null;
  });
  afterEach(async () => {
    browser.server.restore();
    expect(page.console.filter((line) => !expectedConsole?.test(line))).toEqual([]);
    await page.context().close();
  });

  const show = (imagePath: string, props: { links?: boolean; select?: boolean } = {}) =>
    page.evaluate((props) => akin.showSimilar(props), {
      gallery: "../good/",
      imagePath,
      ...props,
    });
  const names = () => page.locator(".akin-similar-name").allTextContents();

  test("shows the skeleton, then the photos with their words, without SQLite", async () => {
    let answer: (() => void) | undefined;
    browser.server.override("/good/data/manifest.json", (_, response) => {
      answer = () => response.end(JSON.stringify(browser.manifest));
    });
    await show("sea/1.jpg");
    await page.getByRole("status", { name: "Loading similar photos" }).waitFor();
    expect(await page.locator(".akin-similar-skeleton").count()).toBe(5);
    await expect.poll(() => answer).toBeTypeOf("function");
    answer?.();
    await page.getByRole("link").first().waitFor();
    expect(await names()).toEqual(["twin.jpg", "2.jpg", "3.jpg"]);
    expect(await page.locator(".akin-similar-word").allTextContents()).toEqual([
      "same shot",
      "very similar",
    ]);
    const image = page.getByRole("img", { name: "twin.jpg" });
    expect(await image.getAttribute("loading")).toBe("lazy");
    expect(await image.getAttribute("srcset")).toMatch(
      /-320\.jpg 320w, .*-640\.jpg 640w, .*-1280\.jpg 900w$/,
    );
    const heavy = page.requested.filter((path) => /sqlite|wasm|worker|database|vectors/.test(path));
    expect(heavy).toEqual([]);
  });

  test("says when there is nothing similar, and when the photo is unknown", async () => {
    await show("alone.jpg");
    await page.getByText("No similar photos found.").waitFor();
    await show("not/here.jpg");
    await page.getByText("No similar photos found.").waitFor();
  });

  test("an error of the gallery, then of a card: try again leads to the result", async () => {
    expectedConsole = /404/;
    browser.server.override("/good/data/manifest.json", (_, response) => {
      response.writeHead(404).end();
    });
    await show("sea/1.jpg");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("manifest.json is not there");
    browser.server.restore();
    const index = browser.manifest.cards.index[0] ?? "none";
    browser.server.override(`/cards/${index}`, (_, response) => response.end("damaged"));
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("not JSON").waitFor();
    browser.server.restore();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("link").first().waitFor();
    expect(await names()).toEqual(["twin.jpg", "2.jpg", "3.jpg"]);
  });

  test("buttons and links work by keyboard", async () => {
    await show("sea/1.jpg", { select: true });
    await page.getByRole("button").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const focused = page.locator(".akin-similar-tile:focus-visible");
    expect(await focused.evaluate((tile) => getComputedStyle(tile).outlineStyle)).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => akin.selected)).toEqual(["sea/2.jpg"]);

    await show("sea/1.jpg", { links: true, select: true });
    const link = page.getByRole("link", { name: "3.jpg" });
    const id = FIXTURE_PHOTOS.find(({ path }) => path === "sea/3.jpg")?.id;
    expect(await link.getAttribute("href")).toBe(`#photo-${id}`);
    await link.focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => akin.selected)).toEqual(["sea/2.jpg", "sea/3.jpg"]);
    expect(page.url()).not.toContain("#");
  });

  test("never shows the photos of the one before", async () => {
    await show("sea/1.jpg");
    await page.getByRole("link").first().waitFor();
    const seen = await page.evaluate(async () => {
      const seen = new Set<string>();
      const watch = new MutationObserver(() => {
        const heading = document.querySelector(".akin-similar-grid")?.textContent ?? "";
        seen.add(heading);
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      for (const path of ["city/2.jpg", "sea/3.jpg", "city/2.jpg"]) {
        akin.showSimilar({ gallery: "../good/", imagePath: path });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [...seen];
    });
    expect(await names()).toEqual(["a b#1 ä.jpg"]);
    for (const text of seen) expect(text).not.toMatch(/twin|2\.jpg/);
  });

  test.each([
    [1200, 5],
    [700, 3],
    [400, 2],
  ])("%i pixels: %i columns, without overflow", async (width, columns) => {
    await page.setViewportSize({ width, height: 800 });
    await show("sea/1.jpg");
    await page.getByRole("link").first().waitFor();
    const grid = page.locator(".akin-similar-grid");
    const tracks = await grid.evaluate((grid) => getComputedStyle(grid).gridTemplateColumns);
    expect(tracks.split(" ")).toHaveLength(columns);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
