import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpFolder } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const FEW = SMALL_ALBUM.slice(0, 4);

/** One line on standard error, the code in `--json`, and the exit code. */
async function expectRefused(args: string[], exitCode: number, code: string, says: string) {
  const plain = await runAkin([...args, "--quiet"]);
  expect(plain).toMatchObject({ exitCode, stdout: "" });
  expect(plain.stderr.trim().split("\n")).toHaveLength(1);
  expect(plain.stderr).toContain(says);
  const json = await runAkin([...args, "--quiet", "--json"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code } });
  expect(json.exitCode).toBe(exitCode);
}

test("a missing, an empty and a photoless folder", async () => {
  const folder = temporaryFolder();
  const out = ["--out", join(folder, "gallery")];
  await expectRefused(
    ["build", join(folder, "missing"), ...out],
    1,
    "NOT_FOUND",
    "there is no folder",
  );
  mkdirSync(join(folder, "empty"));
  await expectRefused(
    ["build", join(folder, "empty"), ...out],
    1,
    "NO_PHOTOS",
    "there are no photos",
  );
  mkdirSync(join(folder, "texts"));
  writeFileSync(join(folder, "texts/notes.txt"), "no photo");
  await expectRefused(
    ["build", join(folder, "texts"), ...out],
    1,
    "NO_PHOTOS",
    "there are no photos",
  );
  await expectRefused(
    ["build", join(folder, "texts/notes.txt"), ...out],
    1,
    "NOT_FOUND",
    "not a folder",
  );
});

test("wrong usage is named, and exits with 2", async () => {
  await expectRefused(["build"], 2, "USAGE", "needs <photos>");
  await expectRefused(["build", ".", "--modle", "x"], 2, "USAGE", "--modle; did you mean --model");
  await expectRefused(["build", ".", "--gps", "maybe"], 2, "USAGE", "keep, coarse, strip");
  await expectRefused(["serve", "--port", "many"], 2, "USAGE", "a whole number");
  await expectRefused(["paint"], 2, "USAGE", "no command");
});

test("an output that can't be used", async () => {
  const folder = temporaryFolder();
  await drawAlbum(join(folder, "album"), FEW);
  const build = ["build", join(folder, "album"), "--out"];
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "other/thesis.txt"), "mine");
  await expectRefused([...build, join(folder, "other")], 1, "NOT_A_GALLERY", "thesis.txt");
  await expectRefused(
    [...build, join(folder, "other/thesis.txt")],
    1,
    "NOT_WRITABLE",
    "not a folder",
  );
  await expectRefused([...build, folder], 2, "USAGE", "inside the output");
  // Root may write anywhere but to /proc; others are kept out by the folder's mode.
  const closed = process.getuid?.() === 0 ? "/proc/gallery" : join(folder, "closed");
  if (!closed.startsWith("/proc")) {
    mkdirSync(closed);
    chmodSync(closed, 0o500);
  }
  await expectRefused([...build, closed], 1, "NOT_WRITABLE", closed);
});

test("a database that is none, of another program, or of a newer Akin", async () => {
  const folder = temporaryFolder();
  await drawAlbum(join(folder, "album"), FEW);
  const gallery = join(folder, "gallery");
  const build = ["build", join(folder, "album"), "--out", gallery, "--model", "builtin"];
  mkdirSync(gallery);
  writeFileSync(join(gallery, "database.db"), "certainly no SQLite database".repeat(100));
  await expectRefused(build, 1, "BAD_DATABASE", "not a database of Akin's");

  const other = join(folder, "other");
  mkdirSync(other);
  const foreign = new DatabaseSync(join(other, "database.db"));
  foreign.exec("CREATE TABLE invoices(id)");
  foreign.close();
  await expectRefused([...build, "--out", other], 1, "BAD_DATABASE", "not a database of Akin's");

  const newer = join(folder, "newer");
  await buildJson(join(folder, "album"), newer);
  const site = dumpFolder(join(newer, "site"));
  const database = new DatabaseSync(join(newer, "database.db"));
  database.exec("PRAGMA user_version = 99");
  database.close();
  await expectRefused([...build, "--out", newer], 1, "NEWER_FORMAT", "format 99");
  expect(dumpFolder(join(newer, "site"))).toEqual(site);
});

test("photos that can't be read are listed with a reason, and the others make the gallery", async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  const gallery = join(folder, "gallery");
  await drawAlbum(album, FEW);
  writeFileSync(join(album, "empty.jpg"), "");
  writeFileSync(join(album, "text.png"), "this is a text");
  writeFileSync(join(album, "phone.heic"), "this is no photo, either");
  writeFileSync(join(album, "scan.jp2"), "not read");
  const cut = join(album, "cut.jpg");
  writeFileSync(
    cut,
    await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: "red",
        noise: { type: "gaussian", mean: 100, sigma: 50 },
      },
    })
      .jpeg()
      .toBuffer(),
  );
  copyFileSync(cut, join(album, "stump.jpg"));
  truncateSync(cut, 20_000);
  truncateSync(join(album, "stump.jpg"), 640);
  writeFileSync(join(album, "bomb.png"), pngHeader(30_000, 30_000));
  symlinkSync(join(folder, "nowhere.jpg"), join(album, "dangling.jpg"));

  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ found: 12, added: 5, failed: 7 });
  const reasons = Object.fromEntries(
    report.failures.map((failure: { path: string; message: string }) => [
      failure.path,
      failure.message,
    ]),
  );
  expect(reasons).toEqual({
    "bomb.png": expect.stringContaining("30000 x 30000"),
    "dangling.jpg": expect.stringContaining("there is no such file"),
    "empty.jpg": expect.stringContaining("empty"),
    "phone.heic": expect.stringContaining("no image"),
    "scan.jp2": expect.stringContaining("no image"),
    "stump.jpg": expect.stringContaining("can't be decoded"),
    "text.png": expect.stringContaining("no image"),
  });
  const { exitCode, stdout } = await runAkin(["check", "--out", gallery]);
  expect(exitCode).toBe(0);
  // Half a picture is one, as in every viewer.
  expect(stdout).toContain("cut.jpg: the picture is damaged: part of it may be missing");
  const strict = await runAkin([
    "build",
    album,
    "--out",
    gallery,
    "--model",
    "builtin",
    "--strict",
  ]);
  expect(strict.exitCode).toBe(3);
  // What failed is not tried again until it changes.
  expect((await buildJson(album, gallery)).photos).toMatchObject({ added: 0, failed: 7 });
  writeFileSync(join(album, "empty.jpg"), await drawPhoto({ kind: "sea", variant: 3 }));
  expect((await buildJson(album, gallery)).photos).toMatchObject({ added: 1, failed: 6 });
});

test("strange names, links in circles, and an output inside the album", async () => {
  const album = join(temporaryFolder(), "album");
  const names = [
    "it's.jpg",
    'a "quoted".jpg',
    "per%20cent #1.jpg",
    "🌅 dawn.jpg",
    "two\nlines.jpg",
    "caf\u00e9.jpg",
    "cafe\u0301.jpg",
    "-dash.jpg",
    " space .jpg",
  ];
  await drawAlbum(
    album,
    names.map((path, variant) => ({ path, kind: "sea", variant })),
  );
  symlinkSync(album, join(album, "round"));
  symlinkSync("again", join(album, "again"));
  const gallery = join(album, "gallery");
  const report = await buildJson(album, gallery);
  expect(report.photos).toMatchObject({ found: names.length, failed: 0 });
  expect((await buildJson(album, gallery)).photos).toMatchObject({
    found: names.length,
    unchanged: names.length,
  });
  const similar = await runAkin(["similar", "--out", gallery, "--json", "--", ...names]);
  expect(similar.exitCode).toBe(0);
  expect(
    similar.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).photo),
  ).toEqual(names);
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

/** The beginning of a PNG that claims a size. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(10)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** PNG's checksum; node:zlib has it from Node 22.2 on only. */
function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
