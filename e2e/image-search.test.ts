import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { photoId } from "akin-browser/format";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { browserEmbeddings } from "./support/browser-embeddings.js";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { photoView } from "./support/gallery-page.js";
import { tinyClip } from "./support/hub-clip.js";
import { runAkin } from "./support/run-akin.js";
import { cosine, vectorsByName } from "./support/vector-order.js";
import { VisitedGallery } from "./support/visited-gallery.js";

/** Stone, left, and tomato, right. */
const HALVES = "halves.png";
/** In the order of `SIZES`. */
const SIZED = ["sized-0.jpg", "sized-1.jpg", "sized-2.jpg", "sized-3.jpg"];
const SIZES = [
  [2600, 1700],
  [90, 240],
  [224, 224],
  [640, 100],
] as const;

const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
  const model = join(folder, "model");
  writeModel(model, colourClip());
  await drawColours(album);
  await halves(join(album, HALVES), [600, 300]);
  for (const [i, name] of SIZED.entries()) {
    const [width, height] = SIZES[i] ?? [1, 1];
    await halves(join(album, name), [width, height]);
  }
  const args = ["build", album, "--out", gallery, "--model", model, "--image-search"];
  expect(await runAkin(args)).toMatchObject({ exitCode: 0 });
});

function writeModel(folder: string, files: Record<string, Uint8Array>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

async function halves(file: string, [width, height]: readonly [number, number]): Promise<void> {
  const right = { width: Math.floor(width / 2), height, channels: 3 as const };
  const tomato = sharp({ create: { ...right, background: "#d8321f" } }).png();
  await sharp({ create: { width, height, channels: 3, background: "#7b7568" } })
    .composite([{ input: await tomato.toBuffer(), left: width - right.width, top: 0 }])
    .toFile(file);
}

const tiles = (page: Page) => page.locator("main [data-tile] img");
const names = (page: Page) =>
  tiles(page).evaluateAll((images) => images.map((image) => image.getAttribute("alt")));
const offer = (page: Page) => page.getByRole("button", { name: /^Load the model \(3\.\d MB\)$/ });
const ofModels = (requested: readonly string[]) =>
  requested.filter((url) => url.includes("/data/models/"));

async function choose(page: Page, file: string): Promise<void> {
  await page.getByRole("button", { name: "Find photos like a picture" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose pictures" }).click();
  await (await chooser).setFiles(file);
}

/** A picture that is not in the gallery. */
async function ownPicture(): Promise<string> {
  const file = join(visited.folder, "mine.png");
  const create = { width: 333, height: 200, channels: 3 as const, background: "#2f55c0" };
  await sharp({ create }).png().toFile(file);
  return file;
}

test("a picture is looked at by the gallery's model, once it has been loaded; a second visit loads nothing", async () => {
  const { page, requested } = await visited.visit();
  await tiles(page).first().waitFor();
  const file = await ownPicture();
  await choose(page, file);
  await offer(page).waitFor();
  expect(ofModels(requested)).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await offer(page).click();
  await page.getByRole("img", { name: "mine.png" }).waitFor();
  await expect.poll(async () => (await names(page)).length).toBeGreaterThan(3);
  const run = await runAkin(["similar", file, "--out", visited.gallery, "-k", "4", "--json"]);
  expect(run.exitCode).toBe(0);
  const inNode: { path: string }[] = JSON.parse(run.stdout).similar;
  expect((await names(page)).slice(0, 4)).toEqual(inNode.map(({ path }) => path));

  const again = await page.context().newPage();
  const more: string[] = [];
  again.on("request", (request) => more.push(request.url()));
  await again.goto(visited.url);
  await tiles(again).first().waitFor();
  await choose(again, file);
  await again.getByRole("img", { name: "mine.png" }).waitFor();
  await expect.poll(async () => (await names(again))[0]).toBe(inNode[0]?.path);
  expect(ofModels(more)).toEqual([]);
});

test("a part of a photo is looked at by the model, too", async () => {
  const { page, requested } = await visited.visit(`?photo=${photoId(HALVES, 0)}`);
  await photoView(page).locator("[data-open-photo] img").waitFor();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Which part?" });
  await dialog.waitFor();
  for (let times = 0; times < 5; times++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await offer(page).waitFor();
  expect(ofModels(requested)).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await offer(page).click();
  await expect.poll(async () => (await names(page))[0]).toMatch(/^tomato/);
  await page.reload();
  await expect.poll(async () => (await names(page))[0]).toMatch(/^tomato/);
});

test("the page's vectors of pictures are Node's", async () => {
  const { page } = await visited.visit();
  await tiles(page).first().waitFor();
  await expectVectorsOf(page, visited.gallery);
});

test("also those of 8-bit integers, which Node turns into signed ones", async () => {
  const model = join(visited.folder, "tiny");
  const gallery = join(visited.folder, "tiny-gallery");
  writeModel(model, tinyClip());
  const args = ["build", visited.album, "--out", gallery, "--model", model, "--dtype", "q8"];
  expect(await runAkin([...args, "--image-search"])).toMatchObject({ exitCode: 0 });
  const { page } = await visited.visit(await visited.serve(gallery));
  await tiles(page).first().waitFor();
  await expectVectorsOf(page, gallery);
});

async function expectVectorsOf(page: Page, gallery: string): Promise<void> {
  const files = [...SIZED, HALVES, "grass-0.jpg"];
  const paths = files.map((name) => join(visited.album, name));
  const vectors = await browserEmbeddings(page, join(gallery, "site"), paths);
  const inNode = vectorsByName(gallery);
  for (const [i, name] of files.entries()) {
    const [own, seen] = [inNode.get(name), vectors[i]];
    expect(own && seen && cosine(own, seen), name).toBeGreaterThan(0.999);
  }
}

test("the site is whole, and without the option nothing of it is there", async () => {
  expect(await runAkin(["check", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
  expect(await runAkin(["site", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(visited.site, "data/models"))).toBe(false);
  const { page } = await visited.visit();
  await tiles(page).first().waitFor();
  const button = page.getByRole("button", { name: "Find photos like a picture" });
  expect(await button.count()).toBe(0);
});
