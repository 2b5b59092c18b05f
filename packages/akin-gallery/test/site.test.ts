import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type CardShard,
  cardShard,
  type GridBlock,
  imagePath,
  photoId,
  type StoredCard,
} from "akin-browser/format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkSite } from "../src/site/check-site.js";
import { hashName } from "../src/site/site-folder.js";
import { siteIsCurrent } from "../src/site/site-record.js";
import { quietEffects, readFiles, SECRET, SiteAlbum } from "./site-album.js";

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

async function addAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await album.add(path);
}

function card(path: string): StoredCard | undefined {
  const { bits, index } = album.manifest().cards;
  const id = photoId(path);
  const shards = index.flatMap((name) => album.json<string[]>("cards", name));
  expect(shards).toHaveLength(2 ** bits);
  return album.json<CardShard>("cards", shards[cardShard(id, bits)] ?? "")[id];
}

function blocks(): GridBlock[] {
  const names = album
    .manifest()
    .timeline.flatMap((month) => month.blocks.map((block) => block.name));
  return names.map((name) => album.json<GridBlock>("grid", name));
}

describe("a site", () => {
  test("has a manifest, grid blocks, cards and images that belong together", async () => {
    await album.add("b/new.jpg", { taken_at: "2024-07-02T10:00:00+02:00", title: "New" });
    await album.add("b/old.jpg", { taken_at: "2023-01-05T10:00:00" });
    await album.add("undated.jpg", { taken_at: null });
    const { files, bytes } = await album.write();

    const onDisk = readFiles(album.site);
    expect(files).toBe(onDisk.size);
    expect(bytes).toBe([...onDisk.values()].reduce((sum, file) => sum + file.length, 0));
    expect([...onDisk.keys()]).toEqual(expect.arrayContaining([".nojekyll", "favicon.svg"]));

    const manifest = album.manifest();
    expect(manifest).toMatchObject({ photos: 3, title: "Holidays", imageSizes: [400, 800, 2048] });
    expect(manifest.model).toEqual({ name: "test-model", dimensions: 8 });
    expect(manifest.timeline.map(({ month }) => month)).toEqual(["2024-07", "2023-01", null]);
    expect(blocks().flatMap((block) => block.labels)).toEqual(["New", "old.jpg", "undated.jpg"]);
    expect(await checkSite(album.site)).toEqual([]);

    const shown = card("b/new.jpg");
    expect(shown).toMatchObject({
      path: "b/new.jpg",
      title: "New",
      tags: ["sea"],
      exif: { camera_make: "Nikon", iso: 100 },
      place: "Rome, Italy",
      fileSize: 1234,
      original: null,
    });
    expect(shown?.similar).toHaveLength(2);
    expect(shown?.similar[0]).toMatchObject({ reasons: [], group: null, width: 900 });
    for (const size of [400, 800, 2048]) {
      expect(onDisk.has(imagePath(shown?.image ?? "", size))).toBe(true);
    }
  });

  test("cuts a long month into blocks of which only the newest changes", async () => {
    await album.add("first.jpg", { taken_at: "2024-05-01T00:00:00" });
    const row = album.database.prepare("SELECT * FROM images").get();
    const copy = (number: number) => {
      const path = `${String(number).padStart(3, "0")}.jpg`;
      const taken = new Date(Date.UTC(2024, 4, 2, 0, number)).toISOString().slice(0, 19);
      album.insert({ ...row, id: photoId(path), path, filename: path, taken_at: taken });
    };
    for (let number = 0; number < 540; number++) copy(number);
    await album.write();
    const before = album.manifest().timeline[0]?.blocks ?? [];
    expect(before.map((block) => block.photos)).toEqual([60, 1, 240, 240]);
    copy(540);
    await album.write();
    const after = album.manifest().timeline[0]?.blocks ?? [];
    expect(after.map((block) => block.photos)).toEqual([60, 2, 240, 240]);
    expect(after.slice(2)).toEqual(before.slice(2));
    expect(album.manifest().cards.bits).toBe(9);
    expect(await checkSite(album.site)).toEqual([]);
  });

  test.each([0, 1])("works with %i photos", async (count) => {
    if (count > 0) await album.add("only.jpg");
    await album.write({ model: null, vectors: [] });
    expect(album.manifest()).toMatchObject({ photos: count, model: null, cards: { bits: 0 } });
    expect(await checkSite(album.site)).toEqual([]);
    if (count > 0) expect(card("only.jpg")?.similar).toEqual([]);
  });

  test("leaves out photos without images, also as neighbours", async () => {
    await addAll(["a.jpg", "b.jpg", "c.jpg"]);
    album.database.exec("UPDATE images SET placeholder = NULL WHERE path = 'b.jpg'");
    await album.write();
    expect(album.manifest().photos).toBe(2);
    expect(card("a.jpg")?.similar.map(({ path }) => path)).toEqual(["c.jpg"]);
    expect(album.manifest().vectors?.rows).toBe(2);
    const database = album.openSearchable();
    expect(database.prepare("SELECT count(*) AS n FROM images").get()?.n).toBe(2);
    database.close();
  });

  test("takes odd file names", async () => {
    const names = [
      `it's "q".jpg`,
      "a#b%20?.jpg",
      "🏔️ é é.jpg",
      "two\nlines.jpg",
      "-.jpg",
      "<b>&.jpg",
    ];
    const odd = names.map((name, index) => (index % 2 ? `fold'er #1/${name}` : name));
    await addAll(odd);
    await album.write({ originals: "copy" });
    expect(await checkSite(album.site)).toEqual([]);
    for (const path of odd) {
      expect(card(path)?.path).toBe(path);
      expect(card(path)?.original).toMatch(/^originals\/[0-9a-f]{20}\.jpg$/);
      const original = readFileSync(join(album.site, card(path)?.original ?? ""));
      expect(original.equals(readFileSync(join(album.photosFolder, path)))).toBe(true);
    }
  });

  test("puts the title into the page as text", async () => {
    await album.write({ title: `</title><script>"$&"` });
    const page = readFileSync(join(album.site, "index.html"), "utf8");
    expect(page).toContain("<title>&lt;/title&gt;&lt;script&gt;&quot;$&amp;&quot;</title>");
    expect(page).toContain("./assets/index-AbCd1234.js");
  });

  test("tells nothing private", async () => {
    await addAll(["a.jpg", "b.jpg"]);
    await album.write();
    const hashes = album.database.prepare("SELECT content_hash FROM images").all();
    const secrets = [SECRET, album.root, "serial_number", ...hashes.map((row) => row.content_hash)];
    for (const [path, bytes] of readFiles(album.site)) {
      const content = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      for (const secret of secrets) {
        expect(path.includes(secret) || content.includes(secret), `${secret} in ${path}`).toBe(
          false,
        );
      }
    }
  });

  test("fails with the photo's name when an image is not there", async () => {
    await album.add("a.jpg");
    rmSync(album.cache, { recursive: true });
    await expect(album.write()).rejects.toMatchObject({
      code: "DAMAGED",
      message: expect.stringContaining("a.jpg can't be published"),
    });
  });

  test("fails without the web app", async () => {
    rmSync(join(album.app, "index.html"));
    await expect(album.write()).rejects.toMatchObject({ code: "FAILED" });
  });
});

describe("the second time", () => {
  const paths = Array.from({ length: 40 }, (_, index) => `day ${index % 3}/${index}.jpg`);

  // 80 photos are drawn and resized.
  test("the bytes are the same whatever the history", { timeout: 30_000 }, async () => {
    await addAll(paths);
    await album.write();
    const other = new SiteAlbum();
    try {
      await other.add("gone.jpg");
      for (const path of [...paths].reverse().slice(0, 20)) await other.add(path);
      other.writeApp("index-ZyXw9876.js");
      await other.write({ title: "Before", originals: "copy" });
      other.remove("gone.jpg");
      for (const path of paths.slice(0, 20)) await other.add(path);
      await expect(other.write({ vectors: failing })).rejects.toThrow("pulled plug");
      const id = "00000000-0000-0000-0000-000000000000";
      for (const file of ["data/grid/x", "index.html", "images/00/y", "data/manifest.json"]) {
        mkdirSync(join(other.site, "images/00"), { recursive: true });
        writeFileSync(join(other.site, `${file}.${id}.akin-tmp`), "half");
      }
      mkdirSync(join(other.cache, "searchable"));
      for (const file of ["database.draft", "database", "vectors"]) {
        writeFileSync(join(other.cache, "searchable", file), "half");
      }
      other.writeApp("index-AbCd1234.js");
      await other.write();
      expect(hashFiles(other.site)).toEqual(hashFiles(album.site));
    } finally {
      other.dispose();
    }
  });

  test("a photo more leaves the other images as they are, and no stale data", async () => {
    await addAll(paths.slice(0, 5));
    await album.write();
    const before = hashFiles(album.site);
    const images = [...before.keys()].filter((path) => path.startsWith("images/"));
    const states = images.map((path) => statSync(join(album.site, path)));
    await album.add("one more.jpg");
    await album.write();
    images.forEach((path, index) => {
      const { ino, mtimeMs } = statSync(join(album.site, path));
      expect({ ino, mtimeMs }).toEqual({
        ino: states[index]?.ino,
        mtimeMs: states[index]?.mtimeMs,
      });
    });
    expect(await checkSite(album.site)).toEqual([]);
    album.remove("one more.jpg");
    await album.write();
    expect(hashFiles(album.site)).toEqual(before);
  });

  test("a failure or an abort at any moment leaves the old site whole", async () => {
    await addAll(paths.slice(0, 5));
    await album.write();
    const before = album.manifest();
    await album.add("one more.jpg");
    for (let stop = 1; stop <= 6; stop++) {
      const controller = new AbortController();
      const progress = () => ({
        update: (done: number) => done === stop && controller.abort(new Error("stop")),
        finish() {},
      });
      const effects = { ...quietEffects(controller), progress };
      await expect(album.write({}, effects)).rejects.toThrow("stop");
      expect(album.manifest()).toEqual(before);
      expect(await checkSite(album.site)).toEqual([]);
    }
    await expect(album.write({ vectors: failing })).rejects.toThrow("pulled plug");
    expect(album.manifest()).toEqual(before);
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("the owner's own files stay", async () => {
    await album.add("a.jpg");
    await album.write({ originals: "link" });
    const own = [
      "CNAME",
      "robots.txt",
      "data/own.json",
      "images/logo.png",
      "assets/own.css",
      "data/grid/own",
    ];
    for (const path of own) writeFileSync(join(album.site, path), "mine");
    album.writeApp("index-ZyXw9876.js");
    album.remove("a.jpg");
    await album.write();
    const files = [...readFiles(album.site).keys()];
    expect(files).toEqual(expect.arrayContaining(own));
    expect(files).toContain("assets/index-ZyXw9876.js");
    expect(files).not.toContain("assets/index-AbCd1234.js");
    expect(files.filter((path) => /^(images|originals)\/./.test(path))).toEqual([
      "images/logo.png",
    ]);
  });

  test("a current site is known as such, until anything changes", async () => {
    await addAll(["a.jpg", "b.jpg"]);
    const input = album.input();
    expect(await siteIsCurrent(input)).toBe(false);
    await album.write();
    expect(await siteIsCurrent(input)).toBe(true);
    expect(await siteIsCurrent({ ...input, title: "Other" })).toBe(false);
    expect(await siteIsCurrent({ ...input, originals: "copy" })).toBe(false);
    expect(await siteIsCurrent({ ...input, buildId: "other" })).toBe(false);
    rmSync(join(album.site, imagePath(card("a.jpg")?.image ?? "", 400)));
    expect(await siteIsCurrent(input)).toBe(false);
    await album.write();
    expect(await siteIsCurrent(input)).toBe(true);
    for (const path of ["index.html", imagePath(card("a.jpg")?.image ?? "", 400)]) {
      const whole = readFileSync(join(album.site, path));
      // Images are links into the cache, which stays whole.
      rmSync(join(album.site, path));
      writeFileSync(join(album.site, path), whole.subarray(0, 100));
      expect(await siteIsCurrent(input)).toBe(false);
      await album.write();
      expect(readFileSync(join(album.site, path))).toEqual(whole);
    }
    await expect(album.write({ title: "Other", vectors: failing })).rejects.toThrow();
    expect(await siteIsCurrent(input)).toBe(false);
    await album.write();
    writeFileSync(join(album.cache, "site-files.json"), "{");
    expect(await siteIsCurrent(input)).toBe(false);
    await album.write();
    album.writeApp("index-ZyXw9876.js");
    expect(await siteIsCurrent(input)).toBe(false);
  });
});

describe("checkSite", () => {
  test("finds what is missing or damaged, and writing again repairs it", async () => {
    await album.add("a.jpg");
    await album.write({ originals: "copy" });
    const { timeline, vectors: published } = album.manifest();
    const grid = `data/grid/${timeline[0]?.blocks[0]?.name}`;
    const vectors = `data/vectors/${published?.int8.index[0]}`;
    const image = imagePath(card("a.jpg")?.image ?? "", 800);
    const original = card("a.jpg")?.original ?? "";
    const damaged = readFileSync(join(album.site, vectors));
    damaged[damaged.length - 1] = 77;
    writeFileSync(join(album.site, vectors), damaged);
    for (const path of [image, original]) rmSync(join(album.site, path));
    const missing = "can't be read: there is no such file or folder";
    expect(await checkSite(album.site)).toEqual([
      `${vectors} is damaged: its content is not what its name says`,
      `${image} ${missing}`,
      `${original} ${missing}`,
    ]);
    rmSync(join(album.site, grid));
    expect(await checkSite(album.site)).toContain(`${grid} ${missing}`);
    await album.write({ originals: "copy" });
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("says so when there is no manifest, a broken one, or one of another format", async () => {
    expect(await checkSite(album.site)).toEqual([
      expect.stringContaining("data/manifest.json can't be read"),
    ]);
    await album.write();
    const file = join(album.site, "data/manifest.json");
    writeFileSync(file, JSON.stringify({ ...album.manifest(), format: 99 }));
    expect(await checkSite(album.site)).toEqual(["the site has format 99, expected 1"]);
    writeFileSync(file, '{"format":1');
    expect(await checkSite(album.site)).toEqual([expect.stringContaining("is damaged")]);
    writeFileSync(file, '{"format":1}');
    expect(await checkSite(album.site)).toEqual([
      expect.stringContaining("not in the expected form"),
    ]);
  });
});

/** vitest compares buffers byte by byte in JavaScript: a hash tells the same in no time. */
function hashFiles(folder: string): Map<string, string> {
  return new Map([...readFiles(folder)].map(([path, bytes]) => [path, hashName(bytes)]));
}

/** Fails when the vectors are read: late, with nearly everything written. */
const failing: Iterable<never> = {
  [Symbol.iterator]() {
    throw new Error("pulled plug");
  },
};
