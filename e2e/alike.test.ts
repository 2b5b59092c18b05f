/// <reference lib="dom" />
import { photoId } from "akin-browser/format";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { focusedTile, photoView, showsPhoto } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { cosine, direction, vectorsByName } from "./support/vector-order.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

let vectors: Map<string, Float32Array>;

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM);
  await buildJson(album, gallery);
  vectors = vectorsByName(gallery);
});

const id = (name: string) => photoId(`${name.slice(0, name.indexOf("-"))}/${name}`, 0);
const ids = (...names: string[]) => names.map(id).join(",");

async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await visited.visit(`?${query}`, options);
  await found(page).first().waitFor();
  return page;
}

const found = (page: Page) => page.locator("main [data-tile]");
const tile = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name, exact: true });
const names = (page: Page) =>
  found(page)
    .getByRole("img")
    .evaluateAll((images) => images.map((image) => image.getAttribute("alt") ?? ""));
const examples = (page: Page) => page.getByRole("list", { name: "Examples" });
const says = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });

/** All photos but the examples, the nearest first, as Node reckons; what int8 leaves of a difference is none. */
async function expectOrder(page: Page, plus: string[], minus: string[] = []): Promise<void> {
  await page.locator("main [aria-busy=true]").waitFor({ state: "detached" });
  const query = direction(vectors, plus, minus);
  const likeness = (name: string) => cosine(query, vectors.get(name) ?? query);
  const expected = [...vectors.keys()].filter((name) => ![...plus, ...minus].includes(name));
  expected.sort((a, b) => likeness(b) - likeness(a));
  const shown = await names(page);
  expect(shown.length).toBeGreaterThan(11);
  shown.forEach((name, at) => {
    expect(likeness(name)).toBeCloseTo(likeness(expected[at] ?? ""), 2);
  });
}

test("photos like one, with a line where the word changes; a photo among them, and back", async () => {
  const page = await open(`like=${ids("sea-3.jpg")}`);
  expect(await page.title()).toContain("More like this");
  await expect
    .poll(() => page.getByRole("heading", { level: 2 }).allTextContents())
    .toEqual(["More like this", "Same shot", "Less alike"]);
  await expectOrder(page, ["sea-3.jpg"]);
  const first = await names(page);
  expect(first.slice(0, 5).every((name) => name.startsWith("sea"))).toBe(true);
  await tile(page, first[1] ?? "").click();
  await showsPhoto(page, first[1] ?? "");
  await page.keyboard.press("ArrowRight");
  await showsPhoto(page, first[2] ?? "");
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => focusedTile(page)).toBe(first[2]);
});

test("more and less of photos by button and key: the order is that of the sum of directions; back and reload", async () => {
  const page = await open(`like=${ids("sea-0.jpg", "wood-1.jpg")}`);
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg"]);
  await tile(page, "wood-4.jpg").hover();
  await page.getByRole("button", { name: "More like wood-4.jpg" }).click();
  const three = `${visited.url}?like=${ids("sea-0.jpg", "wood-1.jpg", "wood-4.jpg")}`;
  expect(page.url()).toBe(three);
  await tile(page, "wood-4.jpg").waitFor({ state: "detached" });
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg", "wood-4.jpg"]);

  await tile(page, "wood-0.jpg").focus();
  await page.keyboard.press("-");
  await tile(page, "wood-0.jpg").waitFor({ state: "detached" });
  expect(page.url()).toBe(`${three}&unlike=${ids("wood-0.jpg")}`);
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg", "wood-4.jpg"], ["wood-0.jpg"]);
  expect(await focusedTile(page)).toBe((await names(page))[0]);
  expect(await examples(page).getByRole("listitem").count()).toBe(4);

  await page.goBack();
  await tile(page, "wood-0.jpg").waitFor();
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg", "wood-4.jpg"]);
  await page.goForward();
  await tile(page, "wood-0.jpg").waitFor({ state: "detached" });
  await page.reload();
  await found(page).first().waitFor();
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg", "wood-4.jpg"], ["wood-0.jpg"]);

  await page.getByRole("button", { name: "Remove wood-0.jpg" }).click();
  await tile(page, "wood-0.jpg").waitFor();
  expect(page.url()).toBe(three);
});

test("closer and wider: in the address, and there again after a reload", async () => {
  const page = await open(`like=${ids("rose-2.jpg")}`);
  const handle = page.getByRole("slider", { name: "How near" });
  await expect.poll(() => handle.getAttribute("max")).toBe("23");
  await handle.press("End");
  await expect.poll(() => found(page).count()).toBe(23);
  await expect.poll(() => page.url()).toContain("show=23");
  await handle.press("Home");
  await expect.poll(() => found(page).count()).toBe(1);
  for (let more = 0; more < 4; more++) await handle.press("ArrowRight");
  expect(await handle.getAttribute("aria-valuetext")).toBe("5 photos");
  await expect.poll(() => page.url()).toContain("show=5");
  await page.reload();
  await expect.poll(() => found(page).count()).toBe(5);
  await says(page, "5 photos, the nearest first");
});

test("within a filter, which can be taken away", async () => {
  const page = await open(`like=${ids("sea-3.jpg")}&folder=wood`);
  await expect
    .poll(async () => (await names(page)).sort())
    .toEqual([0, 1, 2, 3, 4, 5].map((n) => `wood-${n}.jpg`));
  await page.getByRole("button", { name: "Remove album wood" }).click();
  await tile(page, "sea-2.jpg").waitFor();
  await expectOrder(page, ["sea-3.jpg"]);
  await page.goBack();
  await tile(page, "sea-2.jpg").waitFor({ state: "detached" });

  await page.goto(`${visited.url}?like=${ids("sea-3.jpg")}&folder=nowhere`);
  await page.getByText("No photo of this filter can be compared.").waitFor();
  await page.getByRole("button", { name: "Remove the filter" }).click();
  await tile(page, "sea-2.jpg").waitFor();
});

test("a photo that is gone is told, and the others are answered", async () => {
  const page = await open(`like=12345,${ids("town-3.jpg")}`);
  await page.getByText("This photo is no longer in the gallery.").waitFor();
  await expectOrder(page, ["town-3.jpg"]);
});

test("on a phone: pick photos, and have fewer like them", async () => {
  const page = await open(`like=${ids("sea-0.jpg", "wood-1.jpg")}`, PHONE);
  const input = await page.context().newCDPSession(page);
  await tile(page, "sea-4.jpg").scrollIntoViewIfNeeded();
  const box = await tile(page, "sea-4.jpg").boundingBox();
  const touchPoints = [{ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }];
  await input.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await page.getByRole("button", { name: "Unlike (1)" }).waitFor();
  await input.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.getByRole("button", { name: "Unlike (1)" }).tap();
  await tile(page, "sea-4.jpg").waitFor({ state: "detached" });
  await expectOrder(page, ["sea-0.jpg", "wood-1.jpg"], ["sea-4.jpg"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
