import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { drawPhotos, planAlbum } from "demo";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPhoto } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { duplicates, pathsOf } from "./support/list-duplicates.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/** A photo with three edits, a burst of three, and three others. */
async function drawnAlbum(): Promise<{ album: string; gallery: string }> {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  mkdirSync(album);
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(album, name), bytes);
  const rose = await drawPhoto({ kind: "rose", variant: 1, takenAt: "2021:05:01 10:00:00" });
  write("rose.jpg", rose);
  write("rose turned.jpg", await sharp(rose).rotate(90).jpeg().toBuffer());
  write("rose small.webp", await sharp(rose).resize(150).webp({ quality: 60 }).toBuffer());
  write(
    "rose bright.jpg",
    await sharp(rose).modulate({ brightness: 1.2 }).flop().jpeg().toBuffer(),
  );
  const town = await drawPhoto({ kind: "town", variant: 3 });
  for (const [shot, left] of [0, 3, 5].entries()) {
    const shaken = sharp(town).extract({ left, top: 2, width: 470, height: 310 }).jpeg();
    const exif = {
      IFD0: { Make: "Akin", Model: "Test" },
      IFD2: { DateTimeOriginal: `2021:06:01 10:00:0${2 * shot}` },
    };
    write(`burst-${shot}.jpg`, await shaken.withExif(exif).toBuffer());
  }
  for (const kind of ["sea", "wood", "town"] as const) {
    write(`${kind}-11.jpg`, await drawPhoto({ kind, variant: 11 }));
  }
  return { album, gallery: join(folder, "gallery") };
}

const ROSES = ["rose bright.jpg", "rose small.webp", "rose turned.jpg", "rose.jpg"];
const BURST = ["burst-0.jpg", "burst-1.jpg", "burst-2.jpg"];

test("edits of a photo are one group, shots of a moment another, and nothing else is", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const groups = await duplicates(gallery);
  expect(pathsOf(groups)).toEqual([BURST, ROSES]);
  expect(groups.map(({ kind }) => kind)).toEqual(["burst", "duplicate"]);
  const [burst, roses] = groups;
  expect(BURST).toContain(burst?.keep);
  expect(roses?.keep).not.toBe("rose small.webp");
  expect(roses?.photos[1]).toMatchObject({ width: 150, height: 100 });
  const text = await runAkin(["duplicates", "--out", gallery]);
  expect(text.stdout).toContain("One photo, 4 photos:");
  expect(text.stdout).toContain("One moment, 3 photos:");
  expect(text.stdout).toMatch(/keep {2}rose/);
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

test("groups are the same whatever the gallery went through", async () => {
  const { album, gallery } = await drawnAlbum();
  const away = join(temporaryFolder(), "rose.jpg");
  renameSync(join(album, "rose.jpg"), away);
  const burst = readFileSync(join(album, "burst-1.jpg"));
  writeFileSync(join(album, "burst-1.jpg"), readFileSync(join(album, "sea-11.jpg")));
  await buildJson(album, gallery);
  expect(pathsOf(await duplicates(gallery))).toContainEqual(["burst-1.jpg", "sea-11.jpg"]);
  renameSync(away, join(album, "rose.jpg"));
  writeFileSync(join(album, "burst-1.jpg"), burst);
  renameSync(join(album, "burst-2.jpg"), join(album, "a burst.jpg"));
  await buildJson(album, gallery);
  expect(pathsOf(await duplicates(gallery))).toEqual([
    ["a burst.jpg", "burst-0.jpg", "burst-1.jpg"],
    ROSES,
  ]);
  const fresh = join(temporaryFolder(), "gallery");
  await buildJson(album, fresh);
  expect(dumpDatabases(gallery)).toEqual(dumpDatabases(fresh));
});

test("what the owner says not to be duplicates stays so over rebuilds", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const photo = join(album, "rose turned.jpg");
  const rest = ROSES.filter((path) => path !== "rose turned.jpg");
  for (const other of rest) {
    await duplicates(gallery, "--not", photo, other);
  }
  expect(pathsOf(await duplicates(gallery))).toEqual([BURST, rest]);
  expect((await runAkin(["check", "--out", gallery])).stdout).not.toContain("group");
  await buildJson(album, gallery);
  await buildJson(album, gallery, "--force");
  expect(pathsOf(await duplicates(gallery))).toEqual([BURST, rest]);
  const fresh = join(temporaryFolder(), "gallery");
  await buildJson(album, fresh);
  expect(dumpDatabases(gallery)).toEqual(dumpDatabases(fresh));
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(fresh, "site")));
  rmSync(join(album, "akin-not-duplicates.json"));
  await buildJson(album, gallery);
  expect(pathsOf(await duplicates(gallery))).toEqual([BURST, ROSES]);
});

test("a broken file, unknown photos and wrong usage are told in one line", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const not = (...photos: string[]) =>
    runAkin(["duplicates", "--out", gallery, "--not", ...photos]);
  expect(await not("rose.jpg")).toMatchObject({ exitCode: 2 });
  expect(await not("rose.jpg", "rose.jpg")).toMatchObject({ exitCode: 2 });
  const unknown = await not("rose.jpg", "nothing.jpg");
  expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("nothing.jpg") });
  const stray = await runAkin(["duplicates", "rose.jpg", "--out", gallery]);
  expect(stray).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--not") });

  writeFileSync(join(album, "akin-not-duplicates.json"), '[["broken');
  const before = dumpDatabases(gallery);
  const build = ["build", album, "--out", gallery, "--model", "builtin", "--quiet"];
  for (const args of [
    build,
    ["site", "--out", gallery],
    ["duplicates", "--out", gallery, "--not", "rose.jpg", "sea-11.jpg"],
  ]) {
    const run = await runAkin(args);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^akin: .*akin-not-duplicates\.json is damaged: .*\n$/);
  }
  expect(dumpDatabases(gallery)).toEqual(before);
});

test("a gallery of an earlier build gets what it lacks, without embedding again", async () => {
  const { album, gallery } = await drawnAlbum();
  await buildJson(album, gallery);
  const complete = dumpDatabases(gallery);
  const database = new DatabaseSync(join(gallery, "database.db"));
  for (const column of ["perceptual_hash", "sharpness", "colours", "look_neighbours_of"]) {
    database.exec(`ALTER TABLE images DROP COLUMN ${column}`);
  }
  for (const table of ["photo_groups", "appearances", "look_neighbours"]) {
    database.exec(`DROP TABLE ${table}`);
  }
  database.exec(
    "DELETE FROM build_info WHERE key IN ('appearance_version', 'groups_of') OR key LIKE 'look%'",
  );
  database.close();
  const vectors = new DatabaseSync(join(gallery, "vectors.db"));
  vectors.exec("DROP TABLE look_metadata; DELETE FROM vector_config WHERE key LIKE 'look%'");
  vectors.close();
  const early = await runAkin(["duplicates", "--out", gallery]);
  expect(early).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("run akin build") });
  const check = await runAkin(["check", "--out", gallery]);
  expect(check.exitCode).toBe(1);
  const report = await buildJson(album, gallery);
  expect(report.embedding.processed).toBe(0);
  expect(dumpDatabases(gallery)).toEqual(complete);
});

test("in the demo album the planned bursts are found, and nothing else", async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  const planned = planAlbum();
  const families = new Set(planned.flatMap(({ burst, family }) => (burst ? [family] : [])));
  const photos = planned.filter(({ family }) => families.has(family));
  await drawPhotos(album, photos, 2);
  await buildJson(album, join(folder, "gallery"));
  const bursts = [...families].map((family) =>
    photos.flatMap(({ path, burst }) => (burst === family ? [path] : [])).sort(),
  );
  const groups = await duplicates(join(folder, "gallery"));
  expect(pathsOf(groups)).toEqual(bursts.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1)));
  expect(new Set(groups.map(({ kind }) => kind))).toEqual(new Set(["burst"]));
});
