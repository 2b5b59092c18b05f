/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openGallery } from "akin-browser";
import { photoId } from "akin-browser/format";
import { openVocabulary } from "akin-browser/words";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { runAkin } from "./support/run-akin.js";
import { cosine, vectorsByName } from "./support/vector-order.js";
import { PHONE } from "./support/visit.js";
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

const id = (name: string) => photoId(name, 0);
const found = (page: Page) => page.locator("main [data-tile]");
const names = (page: Page) =>
  found(page)
    .getByRole("img")
    .evaluateAll((images) => images.map((image) => image.getAttribute("alt") ?? ""));
const examples = (page: Page) => page.getByRole("list", { name: "Examples" }).getByRole("listitem");
const field = (page: Page) => page.getByRole("combobox", { name: "Words that photos should be" });
const says = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });

async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await visited.visit(`?${query}`, options);
  await found(page).first().waitFor();
  return page;
}

/** The photos are in the order of the sum of directions, as it is reckoned here; what int8 leaves of a difference is none. */
async function expectOrder(page: Page, signed: [sign: 1 | -1, example: string][]): Promise<void> {
  const vectors = vectorsByName(visited.gallery);
  const vocabulary = await openVocabulary(await openGallery(visited.url));
  const query = new Float32Array(8);
  for (const [sign, example] of signed) {
    const vector = vectors.get(example) ?? (await vocabulary?.vectorOf(example));
    const length = Math.hypot(...(vector ?? []));
    vector?.forEach((value, i) => {
      query[i] = (query[i] ?? 0) + (sign * value) / length;
    });
  }
  const likeness = (name: string) => cosine(query, vectors.get(name) ?? query);
  const isExample = (name: string) => signed.some(([, example]) => example === name);
  const others = [...vectors.keys()].filter((name) => !isExample(name));
  const expected = others.map(likeness).sort((a, b) => b - a);
  const farthestOff = async () => {
    const shown = await names(page);
    const off = shown.map((name, at) => Math.abs(likeness(name) - (expected[at] ?? 9)));
    return shown.length > 11 ? Math.max(...off) : 9;
  };
  await expect.poll(farthestOff, { timeout: 10_000 }).toBeLessThan(0.005);
}

test("a word is added beside a photo, completed from the vocabulary, turned and removed, all by keyboard", async () => {
  const page = await open(`like=${id("tomato-1.jpg")}`);
  await field(page).focus();
  await page.keyboard.type("blu");
  const options = page.getByRole("listbox", { name: "Words that this gallery knows" });
  await options.getByRole("option", { name: "blue", exact: true }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await says(page, "More like blue");
  expect(page.url()).toBe(`${visited.url}?like=${id("tomato-1.jpg")}&word=blue`);
  await expect.poll(() => examples(page).count()).toBe(2);
  await expectOrder(page, [
    [1, "tomato-1.jpg"],
    [1, "blue"],
  ]);
  expect(await accessibilityProblems(page)).toEqual([]);

  const flip = page.getByRole("button", { name: "More like blue: change to less" });
  await flip.focus();
  await page.keyboard.press("Enter");
  await says(page, "Less like blue");
  expect(page.url()).toBe(`${visited.url}?like=${id("tomato-1.jpg")}&unword=blue`);
  await expectOrder(page, [
    [1, "tomato-1.jpg"],
    [-1, "blue"],
  ]);
  const back = page.getByRole("button", { name: "Less like blue: change to more" });
  expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await says(page, "blue removed");
  expect(page.url()).toBe(`${visited.url}?like=${id("tomato-1.jpg")}`);
  await page.goBack();
  await expect.poll(() => examples(page).count()).toBe(2);
});

test("words alone, less of them by a minus sign; a word that is unknown is told, and changes nothing", async () => {
  const page = await open("word=red");
  await expect.poll(async () => (await names(page))[0]).toMatch(/^tomato/);
  await field(page).fill("-green grass");
  await field(page).press("Enter");
  expect(page.url()).toBe(`${visited.url}?word=red&unword=green+grass`);
  await expectOrder(page, [
    [1, "red"],
    [-1, "green grass"],
  ]);
  await field(page).fill("zyzzyva");
  await field(page).press("Enter");
  await says(page, "This gallery doesn’t know “zyzzyva”.");
  expect(page.url()).toBe(`${visited.url}?word=red&unword=green+grass`);

  await page.goto(`${visited.url}?word=red&word=zyzzyva`);
  await page.getByText("This gallery doesn’t know these words.").waitFor();
  await expect.poll(async () => (await names(page))[0]).toMatch(/^tomato/);
});

test("within a filter, and on a phone", async () => {
  const page = await open(`like=${id("tomato-1.jpg")}&word=blue&orientation=landscape`, PHONE);
  await expectOrder(page, [
    [1, "tomato-1.jpg"],
    [1, "blue"],
  ]);
  await page.getByRole("button", { name: "Remove tomato-1.jpg" }).tap();
  await expect.poll(async () => (await names(page))[0]).toMatch(/^blue/);
  expect(page.url()).toContain("?word=blue&orientation=landscape");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const condition = page.getByRole("button", { name: /Remove .*landscape/i });
  await condition.tap();
  await condition.waitFor({ state: "detached" });
  expect(await accessibilityProblems(page)).toEqual([]);
});
