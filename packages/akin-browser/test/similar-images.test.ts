import { expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("<SimilarImages>", (tested) => {
  const show = (imagePath: string, props: { links?: boolean; select?: boolean } = {}) =>
    tested.page.evaluate((props) => akin.showSimilar(props), {
      gallery: "../good/",
      imagePath,
      ...props,
    });
  const names = () => tested.page.locator(".akin-similar-name").allTextContents();

  test("shows the skeleton, then the photos with their words, without SQLite", async () => {
    let answer: (() => void) | undefined;
    tested.server.override("/good/data/manifest.json", (_, response) => {
      answer = () => response.end(JSON.stringify(tested.manifest));
    });
    await show("sea/1.jpg");
    await tested.page.getByRole("status", { name: "Loading similar photos" }).waitFor();
    expect(await tested.page.locator(".akin-similar-skeleton").count()).toBe(5);
    await expect.poll(() => answer).toBeTypeOf("function");
    answer?.();
    await tested.page.getByRole("link").first().waitFor();
    expect(await names()).toEqual(["twin.jpg", "2.jpg", "3.jpg"]);
    expect(await tested.page.locator(".akin-similar-word").allTextContents()).toEqual([
      "same shot",
      "very similar",
      "related",
    ]);
    const image = tested.page.getByRole("img", { name: "twin.jpg" });
    expect(await image.getAttribute("loading")).toBe("lazy");
    expect(await image.getAttribute("srcset")).toMatch(
      /-320\.jpg 320w, .*-640\.jpg 640w, .*-1280\.jpg 900w$/,
    );
    const heavy = tested.page.requested.filter((path) =>
      /sqlite|wasm|worker|database|vectors/.test(path),
    );
    expect(heavy).toEqual([]);
  });

  test("says when there is nothing similar, and when the photo is unknown", async () => {
    await show("alone.jpg");
    await tested.page.getByText("Nothing is really similar.").waitFor();
    await show("not/here.jpg");
    await tested.page.getByText("Nothing is really similar.").waitFor();
  });

  test("an error of the gallery, then of a card: try again leads to the result", async () => {
    tested.expectConsole(/404/);
    tested.server.override("/good/data/manifest.json", (_, response) => {
      response.writeHead(404).end();
    });
    await show("sea/1.jpg");
    await tested.page.getByRole("alert").waitFor();
    expect(await tested.page.getByRole("alert").textContent()).toContain(
      "manifest.json is not there",
    );
    tested.server.restore();
    const index = tested.manifest.cards.index[0] ?? "none";
    tested.server.override(`/cards/${index}`, (_, response) => response.end("damaged"));
    await tested.page.getByRole("button", { name: "Try again" }).click();
    await tested.page.getByText("not what its name says").waitFor();
    tested.server.restore();
    await tested.page.getByRole("button", { name: "Try again" }).click();
    await tested.page.getByRole("link").first().waitFor();
    expect(await names()).toEqual(["twin.jpg", "2.jpg", "3.jpg"]);
  });

  test("buttons and links work by keyboard", async () => {
    await show("sea/1.jpg", { select: true });
    await tested.page.getByRole("button").first().waitFor();
    await tested.page.keyboard.press("Tab");
    await tested.page.keyboard.press("Tab");
    const focused = tested.page.locator(".akin-similar-tile:focus-visible");
    expect(await focused.evaluate((tile) => getComputedStyle(tile).outlineStyle)).toBe("solid");
    await tested.page.keyboard.press("Enter");
    expect(await tested.page.evaluate(() => akin.selected)).toEqual(["sea/2.jpg"]);
    expect(await focused.getAttribute("data-selected")).toBe("");

    await show("sea/1.jpg", { links: true, select: true });
    const link = tested.page.getByRole("link", { name: "3.jpg" });
    const id = FIXTURE_PHOTOS.find(({ path }) => path === "sea/3.jpg")?.id;
    expect(await link.getAttribute("href")).toBe(`#photo-${id}`);
    await link.focus();
    await tested.page.keyboard.press("Enter");
    expect(await tested.page.evaluate(() => akin.selected)).toEqual(["sea/2.jpg", "sea/3.jpg"]);
    expect(tested.page.url()).not.toContain("#");
  });

  test("a page may say how wide photos are drawn, or draw them itself", async () => {
    await tested.page.evaluate((props) => akin.showSimilar(props), {
      gallery: "../good/",
      imagePath: "sea/1.jpg",
      sizes: "150px",
    });
    const image = tested.page.getByRole("img", { name: "twin.jpg" });
    expect(await image.getAttribute("sizes")).toBe("150px");
    await tested.page.evaluate((props) => akin.showSimilar(props), {
      gallery: "../good/",
      imagePath: "sea/1.jpg",
      drawn: true,
    });
    await tested.page.getByText("1: sea/2.jpg").waitFor();
    expect(await tested.page.getByRole("img").count()).toBe(0);
    expect(await names()).toEqual(["twin.jpg", "2.jpg", "3.jpg"]);
  });

  test.each([
    // A wide photo in a square tile of the page's fifth, third and half.
    [1600, "640"],
    [700, "640"],
    [400, "320"],
  ])("%i pixels: fetches the file of %s, not the largest, for each photo", async (width, size) => {
    await tested.page.setViewportSize({ width, height: 800 });
    for (const path of ["sea/1.jpg", "sea/2.jpg", "sea/1.jpg"]) {
      await show(path);
      await tested.page.waitForFunction(() => {
        const images = [...document.images];
        return images.length > 1 && images.every((image) => image.complete);
      });
    }
    const fetched = tested.page.requested.filter((path) => path.endsWith(".jpg"));
    const sizes = fetched.map((path) => /-(\d+)\.jpg$/.exec(path)?.[1]);
    expect(new Set(sizes)).toEqual(new Set([size]));
  });

  test("never shows the photos of another one, whatever comes first", async () => {
    const shown = await tested.page.evaluate(async () => {
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const fast = await akin.openGallery("../good/");
      let delay = 0;
      const gallery: typeof fast = {
        ...fast,
        async similar(photo, options) {
          await wait(delay);
          return await fast.similar(photo, options);
        },
      };
      const show = (imagePath: string, ms: number) => {
        delay = ms;
        akin.showSimilar({ gallery, imagePath });
      };
      const names = () => document.querySelector(".akin-similar-grid")?.textContent;
      const shown: unknown[] = [];
      show("sea/twin.jpg", 0);
      await wait(300);
      shown.push(names());
      show("sea/3.jpg", 600);
      await wait(200);
      shown.push(names());
      show("city/2.jpg", 0);
      await wait(800);
      shown.push(names());
      return shown;
    });
    expect(shown).toEqual(["1.jpgsame shot", "", "a b#1 ä.jpgsame shot"]);
  });

  test.each([
    [1200, 5],
    [700, 3],
    [400, 2],
  ])("%i pixels: %i columns, without overflow", async (width, columns) => {
    await tested.page.setViewportSize({ width, height: 800 });
    await show("sea/1.jpg");
    await tested.page.getByRole("link").first().waitFor();
    const grid = tested.page.locator(".akin-similar-grid");
    const tracks = await grid.evaluate((grid) => getComputedStyle(grid).gridTemplateColumns);
    expect(tracks.split(" ")).toHaveLength(columns);
    const overflow = await tested.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
