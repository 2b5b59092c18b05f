import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { photoView, showsPhoto, tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";
import { VisitedGallery } from "./support/visited-gallery.js";

/** Writes the small pair that knows three colours, as a folder in the hub's layout. */
function writeModel(folder: string, without?: string): string {
  for (const [path, bytes] of Object.entries(colourClip())) {
    if (path === without) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

let model = "";
const build = (album: string, gallery: string, ...more: string[]) =>
  runAkin(["build", album, "--out", gallery, "--model", model, ...more]);

const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
  model = writeModel(join(folder, "model"));
  await drawColours(album);
  const run = await build(album, gallery, "--auto-tags");
  expect(run).toMatchObject({ exitCode: 0 });
});

function tagsIn(gallery: string): Record<string, string[]> {
  const database = new DatabaseSync(join(gallery, "database.db"), { readOnly: true });
  const rows = database.prepare("SELECT path, auto_tags FROM images ORDER BY path").all();
  database.close();
  return Object.fromEntries(rows.map((row) => [row.path, JSON.parse(String(row.auto_tags))]));
}

/** All automatic tags on cards of the site. */
function published(gallery: string): string[] {
  const cards = join(gallery, "site/data/cards");
  return readdirSync(cards).flatMap((name) => {
    const shard: unknown = JSON.parse(gunzipSync(readFileSync(join(cards, name))).toString());
    const listed = Object.values(Object(shard)).map((card) => Object(card).autoTags ?? []);
    return listed.flat();
  });
}

test("photos that stand out by a word have it as an automatic tag, others none", () => {
  const tags = tagsIn(visited.gallery);
  for (let i = 0; i < 4; i++) {
    expect(tags[`tomato-${i}.jpg`]?.[0]).toMatch(/red\b/);
    expect(tags[`grass-${i}.jpg`]?.[0]).toMatch(/green\b/);
    expect(tags[`blue-lake-${i}.jpg`]?.[0]).toMatch(/blue\b/);
    expect(tags[`tomato-${i}.jpg`]?.length).toBeLessThanOrEqual(5);
  }
  const stones = Object.keys(tags).filter((path) => /^(stone|red)/.test(path) && tags[path]?.[0]);
  expect(stones.length).toBeLessThan(3);
});

test("the panel shows them as automatic; they lead to photos, filter and are found", async () => {
  const { page } = await visited.visit();
  const [tag = ""] = tagsIn(visited.gallery)["tomato-0.jpg"] ?? [];
  await tiles(page)
    .filter({ has: page.getByRole("img", { name: "tomato-0.jpg" }) })
    .click();
  await showsPhoto(page, "tomato-0.jpg");
  const panel = photoView(page);
  await panel.getByText("Automatic:").waitFor();
  const list = panel.locator("div", { has: page.getByText("Automatic tags") }).last();
  await list.getByRole("link", { name: tag, exact: true }).click();
  await page.getByRole("heading", { level: 2, name: /(^| )4 photos$/ }).waitFor();
  expect(new URL(page.url()).search).toBe(`?autotag=${tag.replace(" ", "+")}`);
  await page.getByRole("button", { name: `Remove automatic tag ${tag} (automatic)` }).waitFor();

  await page
    .getByRole("button", { name: /^Filter/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Filters" });
  const section = dialog.getByRole("region", { name: "Automatic tag" });
  await section.getByRole("checkbox", { name: `${tag}, 4 photos` }).waitFor();
  await page.keyboard.press("Escape");

  const box = page.getByRole("combobox", { name: "Search photos" });
  await box.fill(tag);
  await page.getByRole("option", { name: new RegExp(`${tag}.*automatic tag`, "i") }).waitFor();
});

test("they are made anew only when something changed, and leave with the option", async () => {
  const folder = temporaryFolder();
  const [album, gallery] = [join(folder, "album"), join(folder, "gallery")];
  cpSync(visited.album, album, { recursive: true, preserveTimestamps: true });
  expect((await build(album, gallery)).stderr).toContain("Reading the vocabulary");
  const without = { site: dumpFolder(join(gallery, "site")), databases: dumpDatabases(gallery) };
  expect(Object.values(tagsIn(gallery)).flat()).toEqual([]);

  const tagged = await build(album, gallery, "--auto-tags");
  expect(tagged.stderr).not.toContain("Reading the vocabulary");
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(visited.site));
  const again = await build(album, gallery, "--auto-tags");
  expect(again.stderr).not.toMatch(/vocabulary|Tagging|Writing/);

  const own = join(folder, "words.txt");
  writeFileSync(own, "fire engine = red\n-red hair\n");
  const file = await build(album, gallery, `--auto-tags=${own}`);
  expect(file.stderr).toContain("Tagging");
  expect(Object.values(tagsIn(gallery)).flat()).not.toContain("red hair");

  // akin site does without the model.
  rmSync(join(album, "tomato-0.jpg"));
  await build(album, gallery, "--auto-tags");
  const before = tagsIn(gallery);
  await runAkin(["site", "--out", gallery, "--withhold", "auto_tags"]);
  expect(tagsIn(gallery)).toEqual(before);
  expect(published(gallery)).toEqual([]);
  expect(published(visited.gallery)).toContain("blue");

  cpSync(visited.album, album, { recursive: true, preserveTimestamps: true });
  await build(album, gallery);
  expect(dumpFolder(join(gallery, "site"))).toEqual(without.site);
  expect(dumpDatabases(gallery)).toEqual(without.databases);
});

test("a model that reads no words is said in a line, and leaves no trace", async () => {
  const folder = temporaryFolder();
  const blind = writeModel(join(folder, "model"), "onnx/text_model.onnx");
  const [plain, asked] = [join(folder, "plain"), join(folder, "asked")];
  const args = ["build", visited.album, "--model", blind, "--out"];
  await runAkin([...args, plain]);
  const run = await runAkin([...args, asked, "--auto-tags"]);
  expect(run).toMatchObject({ exitCode: 0 });
  expect(run.stderr).toContain("No automatic tags: model reads no words.\n");
  expect(dumpFolder(join(asked, "site"))).toEqual(dumpFolder(join(plain, "site")));
  const missing = await runAkin([...args, asked, "--auto-tags=nowhere.txt"]);
  expect(missing).toMatchObject({ exitCode: 1 });
  expect(missing.stderr).toMatch(/akin: the vocabulary nowhere\.txt can't be read/);
});
