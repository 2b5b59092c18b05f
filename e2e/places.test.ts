/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawPlacedAlbum, type PlacedPhoto } from "./support/draw-placed-album.js";
import { photoView, showsPhoto } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const LISBON = { latitude: 38.72, longitude: -9.14 };

const PHOTOS: PlacedPhoto[] = [
  ...[1, 2, 3].map(
    (variant): PlacedPhoto => ({
      path: `lisbon-${variant}.jpg`,
      kind: "town",
      variant,
      takenAt: `2024:05:0${variant} 10:00:00`,
      ...LISBON,
    }),
  ),
  {
    ...{ path: "coast.jpg", kind: "sea", variant: 1, takenAt: "2023:05:01 10:00:00" },
    ...{ latitude: 41.15, longitude: -8.61 },
  },
  {
    ...{ path: "west.jpg", kind: "wood", variant: 1, takenAt: "2022:05:01 10:00:00" },
    ...{ latitude: -17.8, longitude: 178 },
  },
  {
    ...{ path: "east.jpg", kind: "wood", variant: 2, takenAt: "2021:05:01 10:00:00" },
    ...{ latitude: -13.5, longitude: -172.3 },
  },
];

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawPlacedAlbum(album, PHOTOS);
  await buildJson(album, gallery);
});

async function open(query = "?view=places", options = {}): Promise<Page> {
  const { page } = await visited.visit(query, options);
  await map(page).waitFor();
  return page;
}

const map = (page: Page) => page.getByRole("application");
const places = (page: Page) =>
  page.getByRole("list", { name: "Places on the map" }).getByRole("link");
const markers = (page: Page) => page.locator("[data-marker]");
const at = (page: Page) => new URL(page.url()).searchParams.get("at")?.split(",").map(Number);
const isAt = async (page: Page, ...expected: number[]) => {
  await expect.poll(() => at(page)).toEqual(expected.map((value) => expect.closeTo(value, 0)));
};

test("the whole map, its places as a list, a place nearer, and back; without SQLite", async () => {
  const page = await open();
  await expect.poll(() => places(page).count()).toBe(3);
  expect(await places(page).allTextContents()).toEqual([
    "Lisbon, Porto4 photos · Portugal",
    "Central1 photo · Fiji",
    "Safotu1 photo · Gaga'ifomauga, Samoa",
  ]);
  expect(await markers(page).count()).toBe(3);
  await page.getByRole("heading", { name: "6 photos on the map" }).waitFor();
  await places(page).first().click();
  await expect.poll(() => places(page).count()).toBe(2);
  expect(await places(page).allTextContents()).toEqual([
    "Lisbon3 photos · Lisbon, Portugal",
    "Porto1 photo · Porto, Portugal",
  ]);
  const near = page.url();
  await page.reload();
  await expect.poll(() => places(page).count()).toBe(2);
  expect(page.url()).toBe(near);
  await page.goBack();
  await expect.poll(() => places(page).count()).toBe(3);
  expect(visited.opened.requested.filter((url) => /sqlite|wasm|data\/database/.test(url))).toEqual(
    [],
  );
});

test("photos at one place are listed; arrow keys go through them, and closing returns", async () => {
  const page = await open("?view=places&at=38.7,-9.1,8");
  await expect.poll(() => places(page).count()).toBe(1);
  await markers(page).first().click();
  await page.getByRole("heading", { name: "Lisbon", exact: true }).waitFor();
  const photos = page.getByRole("list", { name: "Lisbon" }).getByRole("link");
  await expect.poll(() => photos.count()).toBe(3);
  await photos.first().click();
  await showsPhoto(page, "lisbon-3.jpg");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await showsPhoto(page, "lisbon-1.jpg");
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("img")?.alt);
  await expect.poll(focused).toBe("lisbon-1.jpg");
  await page.reload();
  await expect.poll(() => photos.count()).toBe(3);
  await page.getByRole("link", { name: "All places" }).click();
  await expect.poll(() => places(page).count()).toBe(1);
});

test("wheel, drag, double click, keys and buttons move the map, and the address follows", async () => {
  const page = await open("?view=places&at=40,-9,5");
  await expect.poll(() => markers(page).count()).toBe(2);
  const { x, y, width, height } = (await map(page).boundingBox()) ?? fail();
  const length = await page.evaluate(() => history.length);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, -400);
  await isAt(page, 40, -9, 6);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 100, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await isAt(page, 40, -9 - (100 / (256 * 2 ** 6)) * 360, 6);
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await isAt(page, 40, -11.2, 4);
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await isAt(page, 40, -11.2 + (120 / (256 * 2 ** 4)) * 360, 4);
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  await isAt(page, 40, -0.6, 5);
  await page.getByRole("button", { name: "Show all places (0)" }).click();
  await expect.poll(() => places(page).count()).toBe(3);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("across the date line, places are side by side", async () => {
  const page = await open("?view=places&at=-15,-177,5");
  await expect.poll(() => markers(page).count()).toBe(2);
  const boxes = await Promise.all(
    (await markers(page).all()).map((marker) => marker.boundingBox()),
  );
  const [one = 0, other = 0] = boxes.map((box) => box?.x);
  expect(Math.abs(one - other)).toBeCloseTo((9.7 / 360) * 256 * 2 ** 5, 0);
  await page.getByText("2 photos on the map").waitFor();
});

test("a marker of one photo opens it; a part of the world without photos says so", async () => {
  const page = await open("?view=places&at=41.15,-8.61,9");
  await expect.poll(() => markers(page).count()).toBe(1);
  await markers(page).first().click();
  await showsPhoto(page, "coast.jpg");
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await page.goto(`${visited.url}?view=places&at=60,100,6`);
  await page.getByText("There are no photos in this part of the world.").waitFor();
  await page.getByRole("button", { name: "Show all", exact: true }).click();
  await expect.poll(() => places(page).count()).toBe(3);
});

test("the details of a photo have a small map, which leads to the large one", async () => {
  const page = await open("?view=places&at=41.15,-8.61,9");
  await markers(page).first().click();
  await showsPhoto(page, "coast.jpg");
  await page.getByRole("link", { name: "On the map" }).click();
  await photoView(page).waitFor({ state: "detached" });
  await isAt(page, 41, -9, 9);
  await page.goBack();
  await showsPhoto(page, "coast.jpg");
});

test("on a phone two fingers zoom, and the list is below", async () => {
  const page = await open("?view=places&at=40,-9,5", PHONE);
  await expect.poll(() => markers(page).count()).toBe(2);
  const input = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    input.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd" ? [] : [-1, 1].map((side) => ({ x: 195 + side * apart, y: 290 })),
    });
  await touch("touchStart", 40);
  for (const apart of [45, 50, 60, 70, 80]) await touch("touchMove", apart);
  await touch("touchEnd", 80);
  await expect.poll(() => at(page)?.[2] ?? 0).toBeGreaterThan(5.5);
  const { y = 0, height = 0 } = (await map(page).boundingBox()) ?? {};
  const list = await page.getByRole("list", { name: "Places on the map" }).boundingBox();
  expect(list?.y).toBeGreaterThan(y + height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

function fail(): never {
  throw new Error("The map has no box.");
}
