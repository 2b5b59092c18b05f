/// <reference lib="dom" />
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { photoId } from "akin-browser/format";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { showsPhoto, similarNames } from "./support/gallery-page.js";
import { tinyClip } from "./support/hub-clip.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { type Served, serveGallery } from "./support/serve-gallery.js";
import { launchBrowser, visit } from "./support/visit.js";

const folder = mkdtempSync(join(tmpdir(), "akin-test-likeness-"));
const gallery = join(folder, "gallery");

let browser: Browser;
let served: Served;

/** An album of which one photo has two edits, and a gallery of it by a network. */
beforeAll(async () => {
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  const original = await drawPhoto({ kind: "town", variant: 2 });
  const smaller = await sharp(original).resize(300).jpeg({ quality: 70 }).toBuffer();
  const turned = await sharp(original).rotate(90).jpeg().toBuffer();
  writeFileSync(join(folder, "album/town/town-2 small.jpg"), smaller);
  writeFileSync(join(folder, "album/town/town-2 turned.jpg"), turned);
  for (const [path, content] of Object.entries(tinyClip())) {
    const file = join(folder, "tiny-clip", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await buildJson(join(folder, "album"), gallery, "--model", join(folder, "tiny-clip"));
  served = await serveGallery(gallery);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("akin similar tells score, word, reasons and group; the photo's own versions are not among them", async () => {
  const run = await runAkin(["similar", "town/town-2.jpg", "--out", gallery, "--json", "-k", "10"]);
  const { similar } = JSON.parse(run.stdout);
  expect(similar).toHaveLength(10);
  const paths = similar.map(({ path }: { path: string }) => path);
  expect(paths.filter((path: string) => path.startsWith("town/town-2"))).toEqual([]);
  for (const { score, word, reasons } of similar) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(100);
    expect(["same-shot", "very-similar", "related", null]).toContain(word);
    // All were taken with one camera.
    expect(reasons).toContain("camera");
  }
  const other = await runAkin([
    "similar",
    "town/town-1.jpg",
    "--out",
    gallery,
    "--json",
    "-k",
    "30",
  ]);
  const groups = JSON.parse(other.stdout).similar.filter(
    ({ group }: { group: unknown }) => group !== null,
  );
  expect(groups).toHaveLength(1);
  expect(groups[0].group.kind).toBe("duplicate");
  expect([groups[0].path, ...groups[0].group.others].sort()).toEqual([
    "town/town-2 small.jpg",
    "town/town-2 turned.jpg",
    "town/town-2.jpg",
  ]);
  expect((await runAkin(["similar", "town/town-1.jpg", "--out", gallery])).stdout).toMatch(
    /distance +score +word +photo/,
  );
});

test("the panel switches between subject and look, and shows a photo's other versions apart", async () => {
  const { page, problems, close } = await visit(
    browser,
    `${served.url}?photo=${photoId("town/town-2.jpg")}`,
  );
  await showsPhoto(page, "town-2.jpg");
  const versions = page.getByRole("region", { name: "3 versions of this photo" });
  await versions.getByRole("link").first().waitFor();
  expect(
    await versions
      .getByRole("img")
      .evaluateAll((all) => all.map((image) => image.getAttribute("alt")).sort()),
  ).toEqual(["town-2 small.jpg", "town-2 turned.jpg"]);

  await page.getByRole("button", { name: "Look" }).click();
  const byLook = await similarNames(page);
  for (const name of byLook) expect(name).toMatch(/^town-/);
  await page.reload();
  await showsPhoto(page, "town-2.jpg");
  // The choice is kept.
  expect(await similarNames(page)).toEqual(byLook);

  await page.goto(`${served.url}?photo=${photoId("town/town-1.jpg")}`);
  await showsPhoto(page, "town-1.jpg");
  await page.getByRole("button", { name: "2 more versions" }).click();
  await page
    .getByRole("region", { name: "3 versions of this photo" })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("dialog", { name: /^town-2/ }).waitFor();
  await close();
  expect(problems).toEqual([]);
});
