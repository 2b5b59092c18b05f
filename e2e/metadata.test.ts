import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder, openWithVectors } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const FEW = SMALL_ALBUM.slice(0, 3);
const PATH = "sea/sea-0.jpg";

async function smallAlbum(): Promise<{ album: string; gallery: string }> {
  const folder = temporaryFolder();
  await drawAlbum(join(folder, "album"), FEW);
  return { album: join(folder, "album"), gallery: join(folder, "gallery") };
}

function sidecar(title: string, attributes = ""): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ${attributes}>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}

function photo(gallery: string, path = PATH): Record<string, unknown> {
  const database = openWithVectors(join(gallery, "database.db"));
  try {
    return { ...database.prepare("SELECT * FROM images WHERE path = ?").get(path) };
  } finally {
    database.close();
  }
}

test("a sidecar that comes, changes and goes is read, and no photo is embedded again", async () => {
  const { album, gallery } = await smallAlbum();
  await buildJson(album, gallery);
  const fresh = dumpDatabases(gallery);
  const freshSite = dumpFolder(join(gallery, "site"));
  const xmp = join(album, "sea/SEA-0.xmp");
  for (const title of ["One", "Another"]) {
    writeFileSync(xmp, sidecar(title, 'xmp:Rating="4"'));
    const report = await buildJson(album, gallery);
    expect(report.photos).toMatchObject({ added: 0, updated: 0, unchanged: 3, failed: 0 });
    expect(report.embedding.processed).toBe(0);
    expect(photo(gallery)).toMatchObject({ title });
    expect(JSON.parse(String(photo(gallery).exif))).toMatchObject({ rating: 4 });
    expect(readCards(gallery)).toContain(`"title":"${title}"`);
  }
  const again = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(again.stderr).not.toContain("Reading");
  // With the same content and another time it is the same gallery.
  const site = dumpFolder(join(gallery, "site"));
  utimesSync(xmp, 1, 1);
  await buildJson(album, gallery);
  expect(dumpFolder(join(gallery, "site"))).toEqual(site);
  rmSync(xmp);
  await buildJson(album, gallery);
  expect(dumpDatabases(gallery)).toEqual(fresh);
  expect(dumpFolder(join(gallery, "site"))).toEqual(freshSite);
});

/** The published cards, joined. */
function readCards(gallery: string): string {
  const site = join(gallery, "site");
  const names = Object.keys(dumpFolder(site)).filter((name) => name.includes("cards"));
  return names
    .map((name) => readFileSync(join(site, name)))
    .map((content) => (content[0] === 0x1f ? gunzipSync(content) : content).toString())
    .join("\n");
}

test("RAW files, videos and sidecars of photos are no items and no failures", async () => {
  const { album, gallery } = await smallAlbum();
  for (const name of ["sea-0.CR2", "sea-1.MOV", "sea-2.jpg.json", "sea-9.xmp", "album.json"]) {
    writeFileSync(join(album, "sea", name), "{}");
  }
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ found: 3, added: 3, failed: 0 });
  const { companions } = photo(gallery);
  expect(JSON.parse(String(companions))).toMatchObject([{ role: "raw", name: "sea-0.CR2" }]);
});

test("names of folders and times of files are used where the owner says so", async () => {
  const { album, gallery } = await smallAlbum();
  mkdirSync(join(album, "2024-06 Lisbon/DCIM/100APPLE"), { recursive: true });
  const path = "2024-06 Lisbon/DCIM/100APPLE/a.jpg";
  writeFileSync(join(album, path), await drawPhoto({ kind: "rose", variant: 1 }));
  utimesSync(join(album, path), 1_700_000_000, 1_700_000_000);
  await buildJson(album, gallery);
  expect(photo(gallery, path)).toMatchObject({ tags: "[]", taken_at: null });
  const report = await buildJson(album, gallery, "--tags-from-folders", "--dates-from-files");
  expect(report.embedding.processed).toBe(0);
  expect(photo(gallery, path)).toMatchObject({
    tags: '["Lisbon"]',
    taken_at: "2023-11-14T22:13:20+00:00",
  });
  expect(photo(gallery)).toMatchObject({ tags: '["sea"]', taken_at: "2020-01-15T10:00:00" });
});

test("check tells of metadata that could be read in part", async () => {
  const { album, gallery } = await smallAlbum();
  writeFileSync(join(album, "sea/sea-0.xmp"), sidecar("Cut").slice(0, -60));
  writeFileSync(join(album, "sea/sea-1.xmp"), sidecar("Stars", 'xmp:Rating="97"'));
  await buildJson(album, gallery);
  const { stdout, exitCode } = await runAkin(["check", "--out", gallery]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("2 photos that could be read in part only:");
  expect(stdout).toContain("sea/sea-0.jpg: the XMP sidecar is damaged");
  expect(stdout).toContain("sea/sea-1.jpg: there is no such rating as 97");
  expect(photo(gallery)).toMatchObject({ title: "Cut" });
});
