/// <reference lib="dom" />
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawDescribedAlbum } from "./support/draw-described-album.js";
import { photoView, similar, tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawDescribedAlbum(album);
  const config = {
    title: "Seas and woods",
    description: "Twenty summers",
    links: [{ label: "Write to me", url: "mailto:me@example.org" }],
    accent: "#c2185b",
    licence: "CC BY 4.0",
    url: "https://example.org/photos/",
    pages: ["albums"],
  };
  writeFileSync(join(album, "gallery.config.json"), JSON.stringify(config));
  const run = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(run).toMatchObject({ exitCode: 0 });
});

test("the app is as it was configured", { timeout: 60_000 }, async () => {
  const { page } = await visited.visit("", { colorScheme: "light" });
  await tiles(page).first().waitFor();
  const pages = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
  expect(await pages.allTextContents()).toEqual(["Photos", "Albums"]);
  await page.getByRole("button", { name: "About this gallery" }).click();
  const about = page.getByRole("dialog", { name: "Seas and woods" });
  await about.getByText("Twenty summers").waitFor();
  const link = about.getByRole("link", { name: "Write to me" });
  expect(await link.getAttribute("href")).toBe("mailto:me@example.org");
  expect(await link.evaluate((element) => getComputedStyle(element).color)).toBe(
    "rgb(194, 24, 91)",
  );
  const licence = about.getByRole("link", { name: "CC BY 4.0" });
  expect(await licence.getAttribute("href")).toBe("https://creativecommons.org/licenses/by/4.0/");
  await about.getByRole("button", { name: "Keys (?)" }).click();
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
});

test("a search engine and a messenger find what they look for", () => {
  const page = readFileSync(join(visited.site, "index.html"), "utf8");
  const content = (name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page)?.[1];
  expect(content("description")).toBe("Twenty summers");
  expect(content("og:title")).toBe("Seas and woods");
  expect(content("og:image")).toMatch(/^https:\/\/example.org\/photos\/images\/.*-\d+\.jpg$/);
  expect(content("robots")).toBeUndefined();
});

test("on paper there are photos, and nothing to be pressed", { timeout: 60_000 }, async () => {
  const { page } = await visited.visit("", { colorScheme: "dark" });
  await expect.poll(() => tiles(page).count()).toBeGreaterThan(12);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("banner").isVisible()).toBe(false);
  expect(await page.getByRole("button").count()).toBe(0);
  const tops = await tiles(page).evaluateAll((all) =>
    all.map((tile) => tile.getBoundingClientRect()).map(({ top, right }) => ({ top, right })),
  );
  expect(tops.length).toBeGreaterThan(12);
  // In the flow of the page, and within the width of the paper.
  expect(tops).toEqual([...tops].sort((a, b) => a.top - b.top));
  await page.emulateMedia({ media: "screen" });
  await tiles(page).first().click();
  await similar(page).first().waitFor();
  await page.emulateMedia({ media: "print" });
  const photo = photoView(page);
  expect(await photo.locator("[data-open-photo] img").isVisible()).toBe(true);
  expect(
    await photo
      .getByText(/\.jpg$/)
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await similar(page).count()).toBe(0);
  const background = await photo.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(background).toBe("rgba(0, 0, 0, 0)");
});
