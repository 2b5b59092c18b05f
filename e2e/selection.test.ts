/// <reference lib="dom" />
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { photoView, showsPhoto, tiles } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM);
  await buildJson(album, gallery);
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await visited.visit("", options);
  await tiles(page).first().waitFor();
  return page;
}

const tile = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const bar = (page: Page) => page.getByRole("region", { name: "Selected photos" });
const says = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text }).first().waitFor();
const idOf = (page: Page, name: string) => tile(page, name).getAttribute("data-tile");

test("picked with Ctrl, Shift, the check mark and x; cleared by Escape, kept while one looks around", async () => {
  const page = await open();
  await tile(page, "rose-4.jpg").click({ modifiers: ["Control"] });
  await says(page, "1 selected");
  expect(await tile(page, "rose-4.jpg").locator("..").getAttribute("aria-selected")).toBe("true");
  await tile(page, "rose-1.jpg").click({ modifiers: ["Shift"] });
  await says(page, "4 selected");
  await tile(page, "rose-2.jpg").click({ modifiers: ["Control"] });
  await says(page, "3 selected");

  await tile(page, "rose-5.jpg").hover();
  await page.getByRole("button", { name: "Select rose-5.jpg" }).click();
  await says(page, "4 selected");
  await tile(page, "rose-0.jpg").focus();
  await page.keyboard.press("x");
  await says(page, "5 selected");
  expect(page.url()).toBe(visited.url);

  // To another page and a photo, and back.
  await page.getByRole("link", { name: "Albums" }).click();
  await says(page, "5 selected");
  await page.goBack();
  await tile(page, "rose-5.jpg").click();
  await showsPhoto(page, "rose-5.jpg");
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await says(page, "5 selected");
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "detached" });
  expect(await page.locator("[aria-selected]").count()).toBe(0);
});

test("photos like those that are picked, and a link to them", async () => {
  const page = await open();
  const ids = [await idOf(page, "rose-3.jpg"), await idOf(page, "rose-5.jpg")];
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const name of ["rose-3.jpg", "rose-5.jpg"]) {
    await tile(page, name).click({ modifiers: ["ControlOrMeta"] });
  }
  await page.getByRole("button", { name: "Copy a link to photos like these" }).click();
  await says(page, "Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${visited.url}?like=${ids.join(",")}`);
  await page.getByRole("button", { name: "Like these (2)" }).click();
  expect(page.url()).toBe(link);
  await bar(page).waitFor({ state: "detached" });
});

test("without a clipboard the link is shown", async () => {
  const page = await open();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await tile(page, "rose-3.jpg").click({ modifiers: ["Control"] });
  await page.getByRole("button", { name: "Copy a link to photos like these" }).click();
  const address = page.getByRole("textbox", { name: "Link to photos like these" });
  expect(await address.inputValue()).toContain("?like=");
});

test("on a phone by a long press and taps", async () => {
  const page = await open(PHONE);
  const input = await page.context().newCDPSession(page);
  const box = await tile(page, "rose-4.jpg").boundingBox();
  const touchPoints = [{ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }];
  await input.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await says(page, "1 selected");
  await input.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await tile(page, "rose-2.jpg").tap();
  await says(page, "2 selected");
  await tile(page, "rose-4.jpg").tap();
  await says(page, "1 selected");
  const links = await page.getByRole("navigation", { name: "Pages" }).boundingBox();
  const place = await bar(page).boundingBox();
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(links?.y ?? 0);
  await page.getByRole("button", { name: "Clear the selection (Esc)" }).tap();
  await bar(page).waitFor({ state: "detached" });
  await tile(page, "rose-2.jpg").tap();
  await showsPhoto(page, "rose-2.jpg");
});
