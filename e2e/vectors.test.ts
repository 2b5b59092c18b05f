import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder, openWithVectors } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const WITHOUT_SQLITE_VEC = {
  env: {
    NODE_OPTIONS: `--import=${fileURLToPath(new URL("support/without-sqlite-vec.mjs", import.meta.url))}`,
  },
};

test("where sqlite-vec can't be loaded, a plain table serves as well", async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  await drawAlbum(album, SMALL_ALBUM);
  const plain = join(folder, "plain");
  const build = ["build", album, "--out", plain, "--model", "builtin"];
  expect(await runAkin(build, WITHOUT_SQLITE_VEC)).toMatchObject({ exitCode: 0 });

  const vectors = new DatabaseSync(join(plain, "vectors.db"), { readOnly: true });
  const { value } =
    vectors.prepare("SELECT value FROM vector_config WHERE key = 'storage'").get() ?? {};
  expect(value).toBe("table");
  const { columns } =
    vectors
      .prepare("SELECT group_concat(name) AS columns FROM pragma_table_info('image_vectors')")
      .get() ?? {};
  expect(columns).toBe("rowid,embedding");
  vectors.close();

  const virtual = join(folder, "virtual");
  await buildJson(album, virtual);
  expect(dumpFolder(join(plain, "site"))).toEqual(dumpFolder(join(virtual, "site")));
  for (const environment of [WITHOUT_SQLITE_VEC, {}]) {
    expect(await runAkin(["check", "--out", plain], environment)).toMatchObject({ exitCode: 0 });
    const similar = await runAkin(
      ["similar", "sea/sea-0.jpg", "-k", "30", "--out", plain, "--json"],
      environment,
    );
    expect(JSON.parse(similar.stdout).similar).toHaveLength(23);
  }
  const refused = await runAkin(["check", "--out", virtual], WITHOUT_SQLITE_VEC);
  expect(refused).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("can't be loaded here"),
  });
  const moved = ["build", album, "--out", virtual, "--model", "builtin"];
  expect(await runAkin(moved, WITHOUT_SQLITE_VEC)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("--force"),
  });
  expect(await runAkin([...moved, "--force"], WITHOUT_SQLITE_VEC)).toMatchObject({ exitCode: 0 });
});

test("optimize gives back the room of removed photos, and changes nothing else", async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  const gallery = join(folder, "gallery");
  const many = Array.from({ length: 1100 }, (_, variant) => ({
    path: `${variant}.jpg`,
    kind: "sea" as const,
    variant: variant % 5,
  }));
  await drawAlbum(album, many);
  await buildJson(album, gallery);
  for (const { path } of many.slice(0, 700)) rmSync(join(album, path));
  // Its parts: a whole build gives back the room in database.db itself.
  for (const part of [["index", album, "--prune"], ["embed"]]) {
    expect(await runAkin([...part, "--out", gallery])).toMatchObject({ exitCode: 0 });
  }
  const before = dumpDatabases(gallery);
  const run = await runAkin(["optimize", "--out", gallery, "--json"]);
  const report = JSON.parse(run.stdout);
  expect(report.photos).toBe(400);
  expect(report.after.vectors).toBeLessThan(report.before.vectors);
  expect(report.after.database).toBeLessThan(report.before.database);
  expect(dumpDatabases(gallery)).toEqual(before);
  expect((await buildJson(album, gallery)).photos).toMatchObject({ unchanged: 400 });
  const site = dumpFolder(join(gallery, "site"));
  expect(await runAkin(["optimize", "--out", gallery])).toMatchObject({ exitCode: 0 });
  expect((await buildJson(album, gallery)).photos).toMatchObject({ unchanged: 400 });
  expect(dumpFolder(join(gallery, "site"))).toEqual(site);
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

test("check finds what is missing or damaged", async () => {
  const folder = temporaryFolder();
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  const gallery = join(folder, "gallery");
  await buildJson(join(folder, "album"), gallery);
  const vectors = new DatabaseSync(join(gallery, "vectors.db"));
  vectors.exec("DELETE FROM vector_metadata WHERE image_path = 'sea/sea-0.jpg'");
  vectors.close();
  rmSync(join(gallery, "site/index.html"));
  const run = await runAkin(["check", "--out", gallery, "--json"]);
  expect(run.exitCode).toBe(1);
  const { ok, problems } = JSON.parse(run.stdout);
  expect(ok).toBe(false);
  expect(problems.join("\n")).toContain("sea/sea-0.jpg has no vector");
  expect(problems.join("\n")).toContain("site/index.html");
  await buildJson(join(folder, "album"), gallery);
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

test("embed makes the vectors for a gallery that somebody else made", async () => {
  const folder = temporaryFolder();
  const photos = join(folder, "photos");
  await drawAlbum(photos, SMALL_ALBUM);
  mkdirSync(join(folder, "their"));
  const mainDb = join(folder, "their/database.db");
  const theirs = new DatabaseSync(mainDb);
  theirs.exec("CREATE TABLE images(path TEXT, filename TEXT)");
  const add = theirs.prepare("INSERT INTO images VALUES (?, ?)");
  for (const { path } of SMALL_ALBUM) add.run(path, path);
  add.run("not there.jpg", "not there.jpg");
  theirs.close();
  const untouched = readFileSync(mainDb);

  const vectorDb = join(folder, "their/vectors.db");
  const embed = [
    "embed",
    "--main-db",
    mainDb,
    "--vector-db",
    vectorDb,
    "--photos-root",
    photos,
    "--model",
    "builtin",
    "--json",
  ];
  const first = await runAkin(embed);
  expect(first.exitCode).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({
    embedding: { processed: 24, model: "builtin" },
    failures: [{ path: "not there.jpg", code: "UNREADABLE" }],
  });
  expect(readFileSync(mainDb).equals(untouched)).toBe(true);
  expect(existsSync(`${mainDb}-journal`)).toBe(false);
  expect(JSON.parse((await runAkin(embed)).stdout).embedding.processed).toBe(0);

  const vectors = openWithVectors(vectorDb);
  const nearest = vectors
    .prepare(`
      SELECT image_path FROM image_vectors JOIN vector_metadata USING (rowid)
      WHERE embedding MATCH (SELECT embedding FROM image_vectors WHERE rowid = 1) AND k = 6 ORDER BY distance`)
    .all();
  expect(nearest).toHaveLength(6);
  for (const { image_path } of nearest) expect(image_path).toMatch(/^sea\//);
  vectors.close();
  expect(await runAkin([...embed.slice(0, 4), vectorDb])).toMatchObject({ exitCode: 2 });
});
