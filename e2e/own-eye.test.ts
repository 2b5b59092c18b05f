/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { vectorsByName } from "./support/vector-order.js";
import { VisitedGallery } from "./support/visited-gallery.js";

/** Without losses, so that browsers and Node decode the same pixels. */
const PHOTOS = SMALL_ALBUM.map((photo) => ({ ...photo, path: photo.path.replace(/jpg$/, "png") }));

const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
  for (const photo of PHOTOS) {
    const file = join(album, photo.path);
    await mkdir(dirname(file), { recursive: true });
    await sharp(await drawPhoto(photo))
      .png()
      .toFile(file);
  }
  // Nothing can be downloaded, and no model has been before.
  const env = { HF_HUB_CACHE: join(folder, "no-models") };
  const run = await runAkin(["build", album, "--out", gallery, "--offline", "--json"], { env });
  expect(run).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/Using "akin-small"/) });
  expect(JSON.parse(run.stdout)).toMatchObject({ embedding: { model: "akin-small" } });
});

async function open(): Promise<Page> {
  const { page } = await visited.visit();
  await tiles(page).first().waitFor();
  return page;
}

test("a gallery that was built without a network answers a picture with the photos like it", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Find photos like a picture" }).click();
  const copy = sharp(join(visited.album, "wood/wood-3.png")).resize({ width: 300 });
  const buffer = await copy.jpeg({ quality: 80 }).toBuffer();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "mine.jpg", mimeType: "image/jpeg", buffer });
  await page.getByRole("img", { name: "mine.jpg" }).waitFor();
  const first = page.locator("main [data-tile]").first().getByRole("img");
  await expect.poll(() => first.getAttribute("alt")).toBe("wood-3.png");
});

test("the page gives the vectors of the build, to the last bit", async () => {
  const page = await open();
  const vectors = vectorsByName(visited.gallery);
  const worker = readdirSync(join(visited.site, "assets")).find((name) =>
    name.startsWith("describe-worker"),
  );
  for (const { path } of PHOTOS) {
    const seen = await page.evaluate(
      async ([url, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const worker = new Worker(url, { type: "module" });
        worker.postMessage({ model: "akin-small", file: new Blob([bytes]), part: null });
        const { data } = await new Promise<MessageEvent<{ vector: Float32Array }>>((resolve) => {
          worker.onmessage = resolve;
        });
        worker.terminate();
        return [...data.vector];
      },
      [`./assets/${worker}`, readFileSync(join(visited.album, path)).toString("base64")] as const,
    );
    expect(seen, path).toEqual([...(vectors.get(path.replace(/^.*\//, "")) ?? [])]);
  }
});
