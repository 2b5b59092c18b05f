import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
  const model = join(folder, "model");
  for (const [path, bytes] of Object.entries(colourClip())) {
    mkdirSync(dirname(join(model, path)), { recursive: true });
    writeFileSync(join(model, path), bytes);
  }
  await drawColours(album);
  const run = await runAkin(["build", album, "--out", gallery, "--model", model]);
  expect(run).toMatchObject({ exitCode: 0 });
});

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 2, name, exact: true });

/** What tiles say, in their order: name, and by what it was found. */
async function found(page: Page): Promise<string[][]> {
  const cells = await page.getByRole("gridcell").all();
  return Promise.all(
    cells.map(async (cell) => [
      (await cell.getByRole("img").first().getAttribute("alt")) ?? "",
      (await cell.innerText()).trim(),
    ]),
  );
}

/** The same as `akin search` finds it. */
async function foundInNode(text: string): Promise<string[][]> {
  const run = await runAkin(["search", text, "--out", visited.gallery, "--json"]);
  const says = { words: "Words", meaning: "Shows it", both: "Words, shows it" };
  const photos: { path: string; foundBy: keyof typeof says }[] = JSON.parse(run.stdout).found;
  return photos.map(({ path, foundBy }) => [path, says[foundBy]]);
}

test("what is typed finds photos by their texts and by what they show, as akin search does", async () => {
  const { page } = await visited.visit();
  const box = page.getByRole("combobox", { name: "Search photos" });
  await box.fill("red");
  await heading(page, "5 photos").waitFor();
  await page.getByText("1 by their words · 4 by what they show").waitFor();
  expect(await found(page)).toEqual(await foundInNode("red"));
  expect(await accessibilityProblems(page)).toEqual([]);

  await box.fill("blue");
  await page.getByText("4 by both", { exact: true }).waitFor();
  expect(await found(page)).toEqual(await foundInNode("blue"));

  await box.fill("the greens");
  await page.getByText("4 by what they show", { exact: true }).waitFor();
  expect((await found(page)).map(([name]) => name).sort()).toEqual(
    [0, 1, 2, 3].map((i) => `grass-${i}.jpg`),
  );
});

test("filters hold for both, and words that are unknown are searched for in texts alone", async () => {
  const { page } = await visited.visit("?q=red&orientation=portrait");
  await heading(page, "No photos found").waitFor();
  await page.goto(`${visited.url}?q=red&orientation=landscape`);
  await heading(page, "5 photos").waitFor();
  await page.goto(`${visited.url}?q=tomato-1.jpg`);
  await heading(page, "1 photo").waitFor();
  expect(await found(page)).toEqual([["tomato-1.jpg", ""]]);
});

test("a second question fetches no more than its words, and the first photos open in their order", async () => {
  const { page, requested } = await visited.visit("?q=red");
  await heading(page, "5 photos").waitFor();
  const before = requested.length;
  await page.getByRole("combobox", { name: "Search photos" }).fill("blue");
  await page.getByText("4 by both", { exact: true }).waitFor();
  const more = requested.slice(before).filter((url) => /data\/(words|vectors)\//.test(url));
  expect(more.length).toBeLessThanOrEqual(1);
  const [first] = await found(page);
  await tiles(page).first().click();
  await page
    .getByRole("dialog")
    .getByRole("img", { name: first?.[0] ?? "" })
    .first()
    .waitFor();
});
