import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

let model = "";
const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
  model = join(folder, "model");
  for (const [path, bytes] of Object.entries(colourClip())) {
    mkdirSync(dirname(join(model, path)), { recursive: true });
    writeFileSync(join(model, path), bytes);
  }
  await drawColours(album);
  const args = ["build", album, "--out", gallery, "--model", model, "--text-search"];
  expect(await runAkin(args)).toMatchObject({ exitCode: 0 });
});

/** Of which the vocabulary has one word only. */
const TEXT = "red qqq";

const names = (page: Page) =>
  page
    .locator("[data-tile] img")
    .evaluateAll((images) => images.map((image) => image.getAttribute("alt")));

test("words that the vocabulary lacks: the network is loaded when it is asked for, and finds what akin search finds", async () => {
  const { page, requested } = await visited.visit(`?q=${TEXT}`);
  const load = page.getByRole("button", { name: /^Search by meaning \(3\.\d MB\)$/ });
  await load.waitFor();
  expect(requested.filter((url) => url.includes("/data/models/"))).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await load.click();
  await page.getByText("4 by what they show", { exact: true }).waitFor();
  const run = await runAkin(["search", TEXT, "--out", visited.gallery, "--json"]);
  const inNode: { path: string }[] = JSON.parse(run.stdout).found;
  expect(await names(page)).toEqual(inNode.map(({ path }) => path));

  // A second visit has it already.
  const again = await page.context().newPage();
  const more: string[] = [];
  again.on("request", (request) => more.push(request.url()));
  await again.goto(`${visited.url}?q=${TEXT}`);
  await again.getByText("4 by what they show", { exact: true }).waitFor();
  expect(more.filter((url) => url.includes("/data/models/"))).toEqual([]);
});

test("loading can be cancelled; a failure, and being offline, are told, and it can be tried again", async () => {
  const { page, problems } = await visited.visit(`?q=${TEXT}`);
  const context = page.context();
  const load = page.getByRole("button", { name: /^Search by meaning/ });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route("**/data/models/*", async (route) => {
    await held;
    await route.abort();
  });
  await load.click();
  await page.getByText(/^Loading the model: 0 kB of 3\.\d MB$/).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await load.waitFor();
  release();
  await load.click();
  await page.getByText("The model could not be loaded.").waitFor();
  await context.setOffline(true);
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await page.getByText(/^You are offline: the model can/).waitFor();
  await context.setOffline(false);
  await context.unroute("**/data/models/*");
  await again.click();
  await page.getByText("4 by what they show", { exact: true }).waitFor();
  // What the browser itself says of requests that failed.
  const others = problems.filter((line) => !/Failed to load resource/.test(line));
  problems.length = 0;
  problems.push(...others);
});

test("the site is whole, and without the option nothing of it is there", async () => {
  expect(await runAkin(["check", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
  expect(await runAkin(["site", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(visited.site, "data/models"))).toBe(false);
  const { page } = await visited.visit(`?q=${TEXT}`);
  await page.getByRole("heading", { name: "No photos found" }).waitFor();
  expect(await page.getByRole("button", { name: /Search by meaning/ }).count()).toBe(0);
});
