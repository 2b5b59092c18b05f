import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withIptc } from "../demo/metadata/iptc.js";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder, openWithVectors } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const SEA = SMALL_ALBUM.slice(0, 4);

async function smallAlbum(): Promise<{ album: string; gallery: string }> {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  await drawAlbum(album, SEA);
  return { album, gallery: join(folder, "gallery") };
}

async function addWithKeyword(album: string, path: string, keyword: string): Promise<void> {
  const photo = await drawPhoto({
    kind: "rose",
    variant: path.length,
    takenAt: "2024:05:01 10:00:00",
  });
  writeFileSync(join(album, path), withIptc(photo, { keywords: ["garden", keyword] }));
}

function paths(gallery: string, table: string): unknown[] {
  const database = openWithVectors(join(gallery, "database.db"));
  try {
    return database
      .prepare(`SELECT path FROM ${table} ORDER BY path`)
      .all()
      .map(({ path }) => path);
  } finally {
    database.close();
  }
}

test("photos with the keyword private are not in the gallery, however it is written, and are not read again", async () => {
  const { album, gallery } = await smallAlbum();
  await addWithKeyword(album, "one.jpg", "Private");
  await addWithKeyword(album, "two.jpg", "Family|private|Anna");
  await addWithKeyword(album, "three.jpg", "privateer");
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ found: 7, added: 5, failed: 0, private: 2 });
  expect(paths(gallery, "private_photos")).toEqual(["one.jpg", "two.jpg"]);
  const again = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(again.stderr).not.toContain("Reading");
  expect(again.stdout).toContain(
    "5 photos: 0 new, 0 changed, 5 as before, 0 gone, 0 left out, 2 private.",
  );
});

test("keywords are the owner's choice; a photo that is private no more comes into the gallery", async () => {
  const { album, gallery } = await smallAlbum();
  await addWithKeyword(album, "one.jpg", "private");
  await addWithKeyword(album, "two.jpg", "family");
  writeFileSync(join(album, "gallery.config.json"), '{"private": {"keywords": ["family"]}}');
  await buildJson(album, gallery);
  expect(paths(gallery, "private_photos")).toEqual(["two.jpg"]);
  rmSync(join(album, "gallery.config.json"));
  const report = await buildJson(album, gallery, "--private-keyword", "none of these");
  expect(report.photos).toMatchObject({ added: 1, unchanged: 5, private: 0 });
});

test("a misspelt field of private is refused", async () => {
  const { album, gallery } = await smallAlbum();
  writeFileSync(join(album, "gallery.config.json"), '{"private": {"keyword": ["family"]}}');
  const run = await runAkin(["build", album, "--out", gallery]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('"private" takes an object such as');
});

test(".akinignore keeps photos back at any level, as .gitignore does", async () => {
  const { album, gallery } = await smallAlbum();
  await drawAlbum(album, SMALL_ALBUM.slice(6, 12));
  mkdirSync(join(album, "wood/deep"));
  await drawAlbum(album, [{ path: "wood/deep/more.jpg", kind: "town", variant: 1 }]);
  writeFileSync(join(album, ".akinignore"), "# Not for others\nwood-[0-3].jpg\nwood/deep/\n");
  writeFileSync(join(album, "wood/.akinignore"), "!wood-2.jpg\n/wood-5.jpg\r\n");
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ found: 11, added: 6, private: 5 });
  expect(paths(gallery, "images").filter((path) => String(path).startsWith("wood"))).toEqual([
    "wood/wood-2.jpg",
    "wood/wood-4.jpg",
  ]);
});

test("a gallery in which photos became private is that of an album without them", async () => {
  const { album, gallery } = await smallAlbum();
  await addWithKeyword(album, "one.jpg", "garden");
  await buildJson(album, gallery);
  await addWithKeyword(album, "one.jpg", "private");
  writeFileSync(join(album, ".akinignore"), "sea-0.jpg\nsea-1.jpg\nsea-2.jpg\n");
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ unchanged: 1, removed: 0, private: 4 });
  const other = `${gallery}-other`;
  await buildJson(album, other);
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(other, "site")));
  expect(dumpDatabases(gallery)).toEqual(dumpDatabases(other));
});

test("an .akinignore that can't be read stops the build", async () => {
  const { album, gallery } = await smallAlbum();
  mkdirSync(join(album, ".akinignore"));
  const run = await runAkin(["build", album, "--out", gallery]);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("what it keeps back would be published");
});

test("where all photos became private, nothing of the gallery is left to be seen", async () => {
  const { album, gallery } = await smallAlbum();
  await buildJson(album, gallery);
  writeFileSync(join(gallery, "site/CNAME"), "photos.example.org");
  writeFileSync(join(album, ".akinignore"), "*.jpg\n");
  const run = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("all photos that could be in the gallery (4) are private");
  const left = Object.keys(dumpFolder(join(gallery, "site")));
  expect(left.filter((path) => /jpg$|^data|^photo|^index/.test(path))).toEqual([]);
  expect(left).toContain("CNAME");
  expect(readFileSync(join(gallery, "vectors.db")).includes("sea-1")).toBe(false);
  rmSync(join(album, ".akinignore"));
  expect((await buildJson(album, gallery)).photos).toMatchObject({ added: 4, private: 0 });
});
