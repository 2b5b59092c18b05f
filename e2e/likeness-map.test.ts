/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawDescribedAlbum } from "./support/draw-described-album.js";
import { photoView, showsPhoto } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawDescribedAlbum(album);
  await buildJson(album, gallery);
});

async function openMap(query = "", options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await visited.visit(`?view=likeness${query}`, options);
  await list(page).waitFor();
  return page;
}

const list = (page: Page) => page.getByRole("complementary", { name: "Photos in view" });
const links = (page: Page) => list(page).getByRole("link");
const map = (page: Page) =>
  page.getByRole("application", { name: "Map of the photos by likeness" });
const inView = async (page: Page) =>
  Number.parseInt(await list(page).getByRole("status").innerText(), 10);
const place = (page: Page) => new URL(page.url()).searchParams.get("at");
const names = async (page: Page) => {
  const images = await links(page).getByRole("img").all();
  return Promise.all(images.map(async (image) => (await image.getAttribute("alt")) ?? ""));
};

/** The kind of scene that an album's photo shows. */
const kindOf = (name: string) => name.replace(/[-\d]*\.\w+$/, "");

/** Whether something is drawn on a canvas. */
const hasPaint = (canvas: SVGElement | HTMLElement) => {
  if (!(canvas instanceof HTMLCanvasElement)) return false;
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const context = copy.getContext("2d");
  context?.drawImage(canvas, 0, 0);
  return context?.getImageData(0, 0, copy.width, copy.height).data.some((value) => value > 0);
};

test("from the gallery to its map, nearer by keyboard, to a photo, and back to the same spot", async () => {
  const page = await openMap(`&at=${placeOfPhoto(3)},0.7`);
  await expect.poll(() => inView(page)).toBe(24);
  await expect.poll(() => map(page).locator("canvas").first().evaluate(hasPaint)).toBe(true);
  expect(await page.title()).toContain("Likeness");

  const start = place(page);
  await map(page).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => inView(page)).toBeLessThan(24);
  await expect.poll(() => place(page)).not.toBe(start);
  await expect.poll(() => links(page).count()).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const spot = place(page);
  const seen = await names(page);

  await page.keyboard.press("Enter");
  await photoView(page).waitFor();
  await showsPhoto(page, seen[0] ?? "none");
  expect(place(page)).toBe(spot);
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  expect(place(page)).toBe(spot);
  expect(await names(page)).toEqual(seen);
  await expect
    .poll(() => map(page).evaluate((element) => element === document.activeElement))
    .toBe(true);

  await page.reload();
  await expect.poll(() => names(page)).toEqual(seen);
  expect(place(page)).toBe(spot);

  await map(page).focus();
  await page.keyboard.press("0");
  await expect.poll(() => inView(page)).toBe(24);
  await expect.poll(() => place(page)).toBeNull();
});

test("photos of a kind are near each other, and arrow keys go from the nearest to the farthest", async () => {
  const page = await openMap();
  await expect.poll(() => links(page).count()).toBe(24);
  const first = (await names(page))[0] ?? "";
  await links(page).first().click();
  await showsPhoto(page, first);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => photoView(page).getAttribute("aria-label")).not.toBe(first);
  const next = (await photoView(page).getAttribute("aria-label")) ?? "";
  expect(kindOf(next)).toBe(kindOf(first));
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
});

test("the mouse lights up a photo and those like it; the wheel comes nearer; a click opens", async () => {
  const page = await openMap(`&at=${placeOfPhoto(3)},1.5`);
  await expect.poll(() => links(page).count()).toBeGreaterThan(0);
  const { x = 0, y = 0, width = 0, height = 0 } = (await map(page).boundingBox()) ?? {};
  const middle = [x + width / 2, y + height / 2] as const;
  await page.mouse.move(middle[0] - 1, middle[1]);
  await page.mouse.move(...middle);
  await expect.poll(() => page.locator("canvas[data-overlay]").evaluate(hasPaint)).toBe(true);
  const before = Number(place(page)?.split(",")[2]);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => Number(place(page)?.split(",")[2])).toBeGreaterThan(before);
  const [first] = await names(page);
  await page.mouse.click(...middle);
  await showsPhoto(page, first ?? "none");
  await page.goBack();
  await photoView(page).waitFor({ state: "detached" });
});

test("fingers drag and pinch it, and the list is pulled up from the bottom edge", async () => {
  const page = await openMap("", PHONE);
  await expect.poll(() => inView(page)).toBe(24);
  expect(await links(page).count()).toBe(0);
  await list(page).getByRole("button").tap();
  await expect.poll(() => links(page).count()).toBe(24);
  await list(page).getByRole("button").tap();
  await pinch(page);
  await expect.poll(() => place(page)).not.toBeNull();
  expect(Number(place(page)?.split(",")[2])).toBeGreaterThan(1.5);
});

test("where there is a graphics processor, WebGL draws it", async () => {
  // Programs that draw WebGL without one give their names away.
  const { page } = await visited.visit("about:blank");
  await page.addInitScript(() => {
    const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (name: number) {
      return name === 0x9246 ? "A graphics processor" : getParameter.call(this, name);
    };
  });
  await page.goto(`${visited.url}?view=likeness`);
  await expect.poll(() => links(page).count()).toBe(24);
  const isWebgl = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("[role=application] canvas");
      return canvas?.getContext("webgl2") instanceof WebGL2RenderingContext;
    });
  expect(await isWebgl()).toBe(true);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("[role=application] canvas");
    canvas?.setAttribute("data-lost", "");
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect.poll(() => page.locator("[role=application] canvas[data-lost]").count()).toBe(0);
  expect(await isWebgl()).toBe(true);
});

/** Where a photo is on the map: `x,y`, as the site's own data has it. */
function placeOfPhoto(row: number): string {
  const data = join(visited.site, "data");
  const { likenessMap } = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8"));
  const bytes = gunzipSync(readFileSync(join(data, "map", likenessMap.overview)));
  const { photos } = likenessMap;
  const [x, y] = [4, 6].map((start) => bytes.readUInt16LE(start * photos + 2 * row) / 65_535);
  return `${x?.toFixed(4)},${y?.toFixed(4)}`;
}

async function pinch(page: Page): Promise<void> {
  const input = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    input.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : [
              { x: 195 - apart, y: 400, id: 0 },
              { x: 195 + apart, y: 400, id: 1 },
            ],
    });
  await touch("touchStart", 30);
  for (const apart of [40, 60, 80, 100]) await touch("touchMove", apart);
  await touch("touchEnd", 100);
}
