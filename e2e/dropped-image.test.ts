/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { tiles } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { cosine, vectorsByName } from "./support/vector-order.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM);
  await drawLargePhoto(join(album, "large-0.jpg"));
  await buildJson(album, gallery);
});

/** Larger than what a gallery decodes, lying on its side. */
async function drawLargePhoto(file: string): Promise<void> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const small = sharp({ create: { width: 60, height: 40, channels: 3, noise, background: "red" } });
  const large = sharp(await small.png().toBuffer()).resize(3000, 2000, { kernel: "cubic" });
  await writeFile(file, await large.withMetadata({ orientation: 6 }).jpeg().toBuffer());
}

async function open(): Promise<Page> {
  const { page } = await visited.visit();
  await tiles(page).first().waitFor();
  return page;
}

/** As another program would have saved it: smaller, turned by its metadata. */
async function copyOf(path: string): Promise<Buffer> {
  const turned = sharp(join(visited.album, path)).rotate(-90).resize({ height: 400 });
  return turned.withMetadata({ orientation: 6 }).jpeg({ quality: 70 }).toBuffer();
}

const found = (page: Page) => page.locator("main [data-tile]");
const first = (page: Page) => found(page).first().getByRole("img").getAttribute("alt");

/** What the browser does while a file is dragged over the page, or let go. */
async function drag(page: Page, type: "dragover" | "drop", file: Buffer): Promise<void> {
  await page.evaluate(
    ([type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "copy.jpg", { type: "image/jpeg" }));
      const options = { bubbles: true, cancelable: true, dataTransfer };
      document.body.dispatchEvent(new DragEvent(type, options));
    },
    [type, file.toString("base64")] as const,
  );
}

test("a picture that is dropped finds its photo first; after a reload it is gone until it is dropped again", async () => {
  const page = await open();
  const copy = await copyOf("wood/wood-3.jpg");
  await drag(page, "dragover", copy);
  await page.getByText("Find photos like this").waitFor();
  await drag(page, "drop", copy);
  await page.getByText("Find photos like this").waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Same shot" }).waitFor();
  expect(await first(page)).toBe("wood-3.jpg");
  await page.getByText("Stays on this device.").waitFor();
  await page.getByRole("img", { name: "copy.jpg" }).waitFor();
  expect(page.url()).toMatch(/\?picture=[a-z0-9]+$/);

  await tiles(page).nth(1).hover();
  await page.getByRole("button", { name: "Less like" }).nth(1).click();
  expect(page.url()).toMatch(/\?unlike=\d+&picture=[a-z0-9]+$/);
  await page.goBack();
  await page.getByRole("heading", { name: "Same shot" }).waitFor();

  await page.reload();
  await page.getByText("The picture is gone: drop it again.").first().waitFor();
  await drag(page, "drop", copy);
  await page.getByRole("heading", { name: "Same shot" }).waitFor();
  expect(await first(page)).toBe("wood-3.jpg");
  await page.goBack();
  await page.getByRole("heading", { level: 2, name: "June 15, 2023" }).waitFor();
});

/** Ctrl+V with image files. */
async function paste(page: Page, ...files: { name: string; buffer: Buffer }[]): Promise<void> {
  const pasted = files.map(({ name, buffer }) => [name, buffer.toString("base64")] as const);
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    for (const [name, base64] of pasted) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      clipboardData.items.add(new File([bytes], name, { type: "image/png" }));
    }
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData }));
  }, pasted);
}

test("a picture that is chosen, or pasted, among the photos of a filter", async () => {
  const page = await open();
  // Asked for early: Playwright takes a moment until it catches the window.
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Find photos like a picture" }).click();
  await page.getByText("Nothing leaves this device").waitFor();
  // The button for it has the focus.
  await page.keyboard.press("Enter");
  const file = { name: "mine.jpg", mimeType: "image/jpeg", buffer: await copyOf("sea/sea-2.jpg") };
  await (await chooser).setFiles(file);
  await page.getByRole("img", { name: "mine.jpg" }).waitFor();
  await expect.poll(() => first(page)).toBe("sea-2.jpg");
  await page.getByRole("button", { name: "Find photos like a picture", expanded: false }).waitFor();

  await page.goto(`${visited.url}?folder=rose`);
  await tiles(page).first().waitFor();
  await paste(page, { name: "pasted.png", buffer: file.buffer });
  await page.getByRole("img", { name: "pasted.png" }).waitFor();
  await expect.poll(() => found(page).count()).toBe(6);
  expect(await first(page)).toContain("rose");
});

test("several pictures at once, and more of them: each a sign that can be turned", async () => {
  const page = await open();
  const [sea, wood] = [await copyOf("sea/sea-2.jpg"), await copyOf("wood/wood-3.jpg")];
  const broken = { name: "broken.png", buffer: Buffer.from("no picture at all") };
  await paste(page, { name: "sea.png", buffer: sea }, broken, { name: "wood.png", buffer: wood });
  await page.getByText("This browser can’t read some of the pictures.").waitFor();
  const examples = page.getByRole("list", { name: "Examples" }).getByRole("listitem");
  await expect.poll(() => examples.count()).toBe(2);
  const names = () =>
    found(page)
      .getByRole("img")
      .evaluateAll((images) => images.map((image) => image.getAttribute("alt")));
  await expect
    .poll(async () => (await names()).slice(0, 10).every((name) => /^(sea|wood)/.test(name ?? "")))
    .toBe(true);

  await page.getByRole("button", { name: "More like sea.png: change to less" }).press("Enter");
  await expect.poll(() => first(page)).toMatch(/^wood/);
  await expect
    .poll(async () => {
      const kinds = (await names()).map((name) => name?.split("-")[0]);
      return kinds.lastIndexOf("wood") < kinds.indexOf("sea");
    })
    .toBe(true);
  const flipped = page.getByRole("button", { name: "Less like sea.png: change to more" });
  expect(await flipped.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(page.url()).toMatch(/\?picture=[a-z0-9]+&unpicture=[a-z0-9]+$/);
  await paste(page, { name: "rose.png", buffer: await copyOf("rose/rose-1.jpg") });
  await expect.poll(() => examples.count()).toBe(3);
});

test("on a phone the camera is offered too", async () => {
  const { page } = await visited.visit("", PHONE);
  await tiles(page).first().waitFor();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Find photos like a picture" }).tap();
  await page.getByRole("button", { name: "Take a photo" }).tap();
  expect(await (await chooser).element().getAttribute("capture")).toBe("environment");
  const buffer = await copyOf("rose/rose-4.jpg");
  await (await chooser).setFiles({ name: "now.jpg", mimeType: "image/jpeg", buffer });
  await expect.poll(() => first(page)).toBe("rose-4.jpg");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("what is no picture is told", async () => {
  const page = await open();
  await drag(page, "drop", Buffer.from("no picture at all"));
  await page.getByText("This browser can’t read this picture.").waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  expect(page.url()).toBe(visited.url);
});

test("a gallery of a model that is not published says so, and has no button for it", async () => {
  const page = await open();
  const manifest = JSON.parse(readFileSync(join(visited.site, "data/manifest.json"), "utf8"));
  const model = { ...manifest.model, name: "clip-vit-b-32" };
  await page.route("**/data/manifest.json", (route) =>
    route.fulfill({ json: { ...manifest, model } }),
  );
  await page.reload();
  await tiles(page).first().waitFor();
  const button = page.getByRole("button", { name: "Find photos like a picture" });
  expect(await button.count()).toBe(0);
  await drag(page, "drop", await copyOf("sea/sea-2.jpg"));
  await page.getByText("This gallery can’t look for pictures").waitFor();
});

test("the page sees pictures as the build does", async () => {
  const page = await open();
  const vectors = vectorsByName(visited.gallery);
  const worker = readdirSync(join(visited.site, "assets")).find((name) =>
    name.startsWith("describe-worker"),
  );
  const paths = ["large-0.jpg", ...SMALL_ALBUM.map(({ path }) => path)];
  for (const path of paths) {
    const vector = await page.evaluate(
      async ([url, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const worker = new Worker(url, { type: "module" });
        worker.postMessage({
          file: new Blob([bytes], { type: "image/jpeg" }),
          part: null,
          model: "builtin",
        });
        const { data } = await new Promise<MessageEvent<{ vector: Float32Array }>>((resolve) => {
          worker.onmessage = resolve;
        });
        worker.terminate();
        return [...data.vector];
      },
      [`./assets/${worker}`, readFileSync(join(visited.album, path)).toString("base64")] as const,
    );
    const own = vectors.get(path.replace(/^.*\//, "")) ?? new Float32Array();
    expect(cosine(own, Float32Array.from(vector)), path).toBeGreaterThan(0.999);
  }
});
