/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { photoId } from "akin-browser/format";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { photoView } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const HALVES = "halves.png";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM);
  // The sea on the left, a rose on the right.
  const [left, right] = ["sea/sea-2.jpg", "rose/rose-3.jpg"].map((path) =>
    sharp(join(album, path)).resize(300, 300, { fit: "fill" }).png().toBuffer(),
  );
  await sharp({ create: { width: 600, height: 300, channels: 3, background: "white" } })
    .composite([
      { input: await left, left: 0, top: 0 },
      { input: await right, left: 300, top: 0 },
    ])
    .png()
    .toFile(join(album, HALVES));
  await buildJson(album, gallery);
});

const found = (page: Page) => page.locator("main [data-tile]");
const first = (page: Page) => found(page).first().getByRole("img").getAttribute("alt");
const chooser = (page: Page) => page.getByRole("dialog", { name: "Which part?" });

async function open(options = {}): Promise<Page> {
  const { page } = await visited.visit(`?photo=${photoId(HALVES, 0)}`, options);
  await photoView(page).locator("[data-open-photo] img").waitFor();
  return page;
}

test("a part that is drawn finds the photos like it, also after a reload, and never its own photo", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Search a part of it" }).click();
  const box = await chooser(page).locator("img").boundingBox();
  if (box === null) throw new Error("There is no photo to draw on.");
  const { x, y, width, height } = box;
  await page.mouse.move(x + width * 0.52, y + height * 0.02);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height * 0.5);
  await page.mouse.move(x + width * 0.99, y + height * 0.98);
  await page.mouse.up();
  expect(await accessibilityProblems(page)).toEqual([]);
  await chooser(page).getByRole("button", { name: "Search this part" }).click();
  await expect.poll(() => first(page)).toBe("rose-3.jpg");
  expect(page.url()).toMatch(/\?part=\d+-5\d\d-\d+-4\d\d-9\d\d$/);
  await page.getByRole("img", { name: "Part of halves.png" }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.reload();
  await expect.poll(() => first(page)).toBe("rose-3.jpg");
  await page.getByRole("slider", { name: "How near" }).press("End");
  await expect.poll(() => found(page).count()).toBeGreaterThan(20);
  expect(await page.getByRole("main").getByRole("link", { name: HALVES }).count()).toBe(0);
  await page.getByRole("link", { name: "Part of halves.png" }).click();
  await photoView(page).waitFor();
});

test("by keyboard: move it, change its corners, be told, search; Escape leaves it alone", async () => {
  const page = await open();
  await page.keyboard.press("c");
  await chooser(page).waitFor();
  await page.keyboard.press("Escape");
  await chooser(page).waitFor({ state: "detached" });
  await photoView(page).waitFor();

  await page.keyboard.press("c");
  const move = chooser(page).getByRole("button", { name: "Move the part" });
  await expect.poll(() => move.evaluate((button) => button === document.activeElement)).toBe(true);
  for (let times = 0; times < 5; times++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("ArrowDown");
  const says = chooser(page).getByRole("status");
  expect(await says.textContent()).toBe("0% from the left, 21% from the top; 50% wide, 50% high");
  await page.keyboard.press("Tab");
  for (let times = 0; times < 5; times++) await page.keyboard.press("Shift+ArrowUp");
  expect(await says.textContent()).toBe("0% from the left, 0% from the top; 50% wide, 71% high");
  await page.keyboard.press("Enter");
  await expect.poll(() => first(page)).toMatch(/^sea/);
  expect(page.url()).toContain("-0-0-500-710");
});

test("of an enlarged photo what is on the screen is meant; on a phone it is drawn by a finger", async () => {
  const page = await open();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  // The enlarged photo comes to rest.
  await page.waitForTimeout(500);
  await page.keyboard.press("c");
  await chooser(page).waitFor();
  await page.keyboard.press("Enter");
  await found(page).first().waitFor();
  const part = /part=\d+-(\d+)-(\d+)-(\d+)-(\d+)/.exec(page.url())?.slice(1).map(Number) ?? [];
  expect(part[0]).toBeGreaterThan(0);
  expect(part[2]).toBeLessThan(1000);

  const phone = await open(PHONE);
  await phone.getByRole("button", { name: "More actions" }).tap();
  await phone.getByRole("button", { name: "Search a part of it" }).tap();
  const box = await chooser(phone).locator("img").boundingBox();
  if (box === null) throw new Error("There is no photo to draw on.");
  const input = await phone.context().newCDPSession(phone);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    input.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd" ? [] : [{ x: box.x + box.width * x, y: box.y + box.height * y }],
    });
  await touch("touchStart", 0.01, 0.02);
  await touch("touchMove", 0.3, 0.5);
  await touch("touchMove", 0.48, 0.98);
  await touch("touchEnd", 0.48, 0.98);
  await chooser(phone).getByRole("button", { name: "Search this part" }).tap();
  await expect.poll(() => first(phone)).toBe("sea-2.jpg");
});

test("what can be chosen is fetched when it is asked for, and nothing is sent", async () => {
  const page = await open();
  const { requested } = visited.opened;
  const assets = readdirSync(join(visited.site, "assets"));
  const dialog = assets.filter((name) => name.startsWith("part-dialog") && name.endsWith(".js"));
  expect(dialog).toHaveLength(1);
  expect(requested.some((url) => url.includes(`assets/${dialog[0]}`))).toBe(false);
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData() !== null) posted.push(request.url());
  });
  await page.keyboard.press("c");
  await chooser(page).waitFor();
  expect(requested.some((url) => url.includes(`assets/${dialog[0]}`))).toBe(true);
  await page.keyboard.press("Enter");
  await found(page).first().waitFor();
  expect(posted).toEqual([]);
  expect(readFileSync(join(visited.site, "index.html"), "utf8")).not.toContain(dialog[0]);
});
