/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** The grid's tiles: links. */
export const tiles = (page: Page) => page.locator("[data-tile]");
export const photoView = (page: Page) => page.getByRole("dialog");
export const similar = (page: Page) =>
  page.getByRole("region", { name: "Similar" }).getByRole("link");

/** Names of the similar photos, nearest first, as soon as there are any. */
export async function similarNames(page: Page): Promise<string[]> {
  await similar(page).first().waitFor();
  const images = await similar(page).getByRole("img").all();
  return Promise.all(images.map(async (image) => (await image.getAttribute("alt")) ?? ""));
}

/** The name of the tile that has the focus. */
export const focusedTile = (page: Page) =>
  page.evaluate(
    () =>
      document.activeElement?.matches("[data-tile]") &&
      document.activeElement.querySelector("img")?.alt,
  );

/** Waits until the photo view shows a photo of this name, the photo itself is there, and nothing moves any more. */
export async function showsPhoto(page: Page, name: string): Promise<void> {
  await page.getByRole("dialog", { name, exact: true }).waitFor();
  await page.waitForFunction((alt) => {
    const image = document.querySelector<HTMLImageElement>("[data-open-photo] img");
    const isStill = !document.querySelector(":root:active-view-transition, [data-growing]");
    return image?.alt === alt && image.naturalWidth > 0 && isStill;
  }, name);
}

/** A finger that draws the photo to the left. */
export async function swipeLeft(page: Page): Promise<void> {
  const input = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
    input.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y: 300 }],
    });
  await touch("touchStart", 320);
  for (const x of [300, 240, 160, 80, 80, 80]) {
    await touch("touchMove", x);
    // Without rests Chromium takes it for a fling, and the next tap for what ends that, on any page.
    await page.waitForTimeout(30);
  }
  await touch("touchEnd", 80);
}
