import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder, openWithVectors } from "./support/dump-gallery.js";
import { buildJson, runAkin, startAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

async function drawnAlbum(): Promise<{ album: string; gallery: string }> {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  await drawAlbum(album, SMALL_ALBUM);
  return { album, gallery: join(folder, "gallery") };
}

function rows(gallery: string, sql: string, ...parameters: string[]): Record<string, unknown>[] {
  const database = openWithVectors(join(gallery, "database.db"));
  try {
    return database.prepare(sql).all(...parameters);
  } finally {
    database.close();
  }
}

test("a folder of photos becomes a gallery in which photos of a kind are each other's neighbours", async () => {
  const { album, gallery } = await drawnAlbum();
  const report = await buildJson(album, gallery);
  expect(report).toMatchObject({
    photos: { found: 24, added: 24, updated: 0, unchanged: 0, removed: 0, failed: 0 },
    failures: [],
    embedding: { model: "builtin", processed: 24 },
    stages: ["model", "index", "photos", "similarity", "tags", "site"].map((name) => ({ name })),
  });
  for (const size of Object.values(report.bytes)) expect(size).toBeGreaterThan(0);
  const nearest = rows(
    gallery,
    `SELECT photo.path AS path, other.path AS neighbour FROM neighbours
     JOIN images AS photo ON photo.id = image_id JOIN images AS other ON other.id = neighbour_id
     WHERE rank <= 3`,
  );
  expect(nearest).toHaveLength(24 * 3);
  for (const { path, neighbour } of nearest) {
    expect(String(neighbour).split("/")[0]).toBe(String(path).split("/")[0]);
  }
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

test("stock sqlite-vec reads vectors.db and finds the stored neighbours", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const vectors = openWithVectors(join(gallery, "vectors.db"));
  const photos = vectors.prepare("SELECT rowid AS id, embedding FROM image_vectors").all();
  const search = vectors.prepare(
    "SELECT rowid AS id, distance FROM image_vectors WHERE embedding MATCH ? AND k = 6",
  );
  for (const { id, embedding } of photos) {
    const found = search.all(embedding).filter((row) => row.id !== id);
    const stored = rows(
      gallery,
      "SELECT neighbour_id AS id, distance FROM neighbours WHERE image_id = CAST(? AS INTEGER) ORDER BY rank LIMIT 5",
      String(id),
    );
    expect(found.map((row) => row.id)).toEqual(stored.map((row) => row.id));
    for (const [index, row] of found.entries()) {
      expect(Number(row.distance)).toBeCloseTo(Number(stored[index]?.distance), 5);
    }
  }
  vectors.close();
});

test("an unchanged album is left as it is", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const manifest = join(gallery, "site/data/manifest.json");
  const written = statSync(manifest).mtimeMs;
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({
    found: 24,
    added: 0,
    updated: 0,
    unchanged: 24,
    removed: 0,
  });
  expect(report.embedding.processed).toBe(0);
  expect(statSync(manifest).mtimeMs).toBe(written);
});

test("only what changed is done again: edited, renamed, copied, removed and new photos", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  writeFileSync(join(album, "sea/sea-0.jpg"), await drawPhoto({ kind: "wood", variant: 30 }));
  renameSync(join(album, "sea/sea-1.jpg"), join(album, "sea/renamed.jpg"));
  writeFileSync(join(album, "copy of rose.jpg"), readFileSync(join(album, "rose/rose-0.jpg")));
  rmSync(join(album, "town/town-5.jpg"));
  writeFileSync(join(album, "new.jpg"), await drawPhoto({ kind: "town", variant: 40 }));
  const touched = new Date(2020, 1, 1);
  utimesSync(join(album, "sea/sea-2.jpg"), touched, touched);

  const report = await buildJson(album, gallery);
  expect(report.photos).toEqual({
    found: 25,
    added: 3,
    updated: 1,
    unchanged: 21,
    removed: 2,
    failed: 0,
    private: 0,
  });
  expect(report.embedding.processed).toBe(2);

  const fresh = join(temporaryFolder(), "gallery");
  await buildJson(album, fresh);
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(fresh, "site")));
  expect(dumpDatabases(gallery)).toEqual(dumpDatabases(fresh));
});

test("an album whose photos are gone stops the build until --prune", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  for (const kind of ["sea", "wood", "town"]) rmSync(join(album, kind), { recursive: true });
  const before = dumpDatabases(gallery);
  const refused = await runAkin(["build", album, "--out", gallery, "--json"]);
  expect(refused.exitCode).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: "MANY_REMOVED" } });
  expect(dumpDatabases(gallery)).toEqual(before);
  const report = await buildJson(album, gallery, "--prune");
  expect(report.photos).toMatchObject({ found: 6, removed: 18 });
});

test("changed options redo what they touch, and nothing else", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const strip = await buildJson(album, gallery, "--gps", "strip");
  expect(strip.embedding.processed).toBe(0);
  const enhanced = await buildJson(album, gallery, "--gps", "strip", "--enhance");
  expect(enhanced.embedding.processed).toBe(24);
  const forced = await buildJson(album, gallery, "--gps", "strip", "--enhance", "--force");
  expect(forced.embedding.processed).toBe(24);
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

test("index, embed and site make what build makes", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const parts = join(temporaryFolder(), "parts");
  for (const args of [["index", album], ["embed", "--model", "builtin"], ["site"]]) {
    const run = await runAkin([...args, "--out", parts]);
    expect(run).toMatchObject({ exitCode: 0 });
  }
  expect(dumpFolder(join(parts, "site"))).toEqual(dumpFolder(join(gallery, "site")));
  expect(dumpDatabases(parts)).toEqual(dumpDatabases(gallery));
});

test("site refuses databases that are not of one finished build", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  rmSync(join(album, "sea/sea-0.jpg"));
  await runAkin(["index", album, "--out", gallery]);
  const run = await runAkin(["site", "--out", gallery]);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("akin embed");
});

test("gallery.config.json gives defaults, the command line comes first, unknown keys are refused", async () => {
  const { album, gallery } = await drawnAlbum();
  const config = join(album, "gallery.config.json");
  writeFileSync(config, JSON.stringify({ title: "From the file", exclude: ["sea/**", "wood/**"] }));
  expect((await buildJson(album, gallery)).photos.found).toBe(12);
  const title = () => {
    const manifest: { title: string } = JSON.parse(
      readFileSync(join(gallery, "site/data/manifest.json"), "utf8"),
    );
    return manifest.title;
  };
  expect(title()).toBe("From the file");
  await buildJson(album, gallery, "--title", "From the line");
  expect(title()).toBe("From the line");
  writeFileSync(config, JSON.stringify({ titel: "Wrong" }));
  const run = await runAkin(["build", album, "--out", gallery]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('unknown key "titel"');
});

test("a second build at the same time is refused, and a killed one leaves no lock", async () => {
  const { album, gallery } = await drawnAlbum();
  const args = ["build", album, "--out", gallery, "--model", "builtin", "--json"];
  const runs = await Promise.all([runAkin(args), runAkin(args)]);
  const refused = runs.filter((run) => run.exitCode === 1);
  expect(runs.map((run) => run.exitCode).sort()).toEqual([0, 1]);
  expect(JSON.parse(refused[0]?.stdout ?? "")).toMatchObject({ error: { code: "BUSY" } });
  await buildJson(album, gallery);
});

test("Ctrl-C ends a build with 130, and the next one goes on", async () => {
  const { album, gallery } = await drawnAlbum();
  const { child, finished } = await startAkin([
    "build",
    album,
    "--out",
    gallery,
    "--model",
    "builtin",
  ]);
  child.stderr?.on("data", (data) => {
    if (String(data).includes("Reading")) child.kill("SIGINT");
  });
  const { exitCode, stderr } = await finished;
  expect(exitCode).toBe(130);
  expect(stderr).toContain("what was finished is kept");
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ added: 0, unchanged: 24 });
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});
