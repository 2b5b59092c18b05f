import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { afterEach, expect, test } from "vitest";
import { buildInfo, setBuildInfo } from "../src/database/build-info.js";
import { finishBuild } from "../src/database/finish-build.js";
import { DATABASE_SCHEMA } from "../src/database/schema.js";
import { VectorStore } from "../src/database/vector-store.js";
import { wordOf } from "../src/similarity/calibration/index.js";
import { readCalibration, storeCalibration } from "../src/similarity/store-calibration.js";
import { storeNeighbours } from "../src/similarity/store-neighbours.js";
import { randomVector, seededRandom } from "./neighbours-vectors.js";

const MODEL = { name: "builtin", dimensions: 16, fingerprint: "test" };
const random = seededRandom(7);
/** Vectors of photos by id; ids are as scattered as hashes of paths. */
const album = new Map(
  Array.from({ length: 120 }, () => [
    Math.floor(random() * 2 ** 53),
    Float32Array.from(randomVector(random, MODEL.dimensions)),
  ]),
);
const effects = {
  info() {},
  warn() {},
  progress: () => ({ update() {}, finish() {} }),
  signal: new AbortController().signal,
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Gallery {
  database: DatabaseSyncInstance;
  store: VectorStore;
}

function newGallery(): Gallery {
  const folder = mkdtempSync(join(tmpdir(), "akin-calibration-"));
  folders.push(folder);
  const database = new DatabaseSync(join(folder, "database.db"));
  database.exec(DATABASE_SCHEMA);
  return { database, store: VectorStore.create(join(folder, "vectors.db"), MODEL, {}) };
}

function add({ database, store }: Gallery, ids: readonly number[], from = album): void {
  database.exec("DELETE FROM build_info WHERE key = 'build_id'");
  const insert = database.prepare(`
    INSERT OR REPLACE INTO images(id, path, filename, width, height, file_size, modified_at, content_hash, metadata_fingerprint)
    VALUES (?, ?, '', 1, 1, 1, 1, ?, '')`);
  for (const id of ids) {
    const vector = from.get(id);
    if (!vector) continue;
    const path = `${id}.jpg`;
    const contentHash = String(vector[0]);
    insert.run(id, path, contentHash);
    store.write([{ id, path, contentHash, vector }]);
  }
}

function remove({ database, store }: Gallery, ids: readonly number[]): void {
  for (const id of ids) database.prepare("DELETE FROM images WHERE id = ?").run(id);
  for (const id of ids) database.prepare("DELETE FROM neighbours WHERE image_id = ?").run(id);
  store.write([], ids);
}

async function build({ database, store }: Gallery): Promise<string | undefined> {
  await storeNeighbours(database, store, effects);
  storeCalibration(database, store);
  finishBuild(database, store);
  return buildInfo(database, "calibration");
}

function close({ database, store }: Gallery): void {
  store.close();
  database.close();
}

test("the same photos give the same bytes, whatever the gallery went through", async () => {
  const ids = [...album.keys()];
  const whole = newGallery();
  add(whole, ids);
  const expected = await build(whole);
  expect(expected).toBeDefined();

  const grown = newGallery();
  add(grown, ids.slice(0, 30).reverse());
  const half = await build(grown);
  expect(half).not.toBe(expected);
  const others = new Map(Array.from(album, ([id], i) => [id, [...album.values()][119 - i]]));
  add(grown, ids.slice(20, 110), new Map([...others].flatMap(([id, v]) => (v ? [[id, v]] : []))));
  await build(grown);
  remove(grown, ids.slice(0, 50));
  await build(grown);
  add(grown, ids.slice(0, 120).reverse());
  expect(await build(grown)).toBe(expected);
  close(whole);
  close(grown);
});

test("a finished build is left alone; an unfinished one, or one without it, is calibrated", async () => {
  const gallery = newGallery();
  add(gallery, [...album.keys()].slice(0, 40));
  const expected = await build(gallery);
  const id = buildInfo(gallery.database, "build_id");
  const mark = JSON.stringify({ ...JSON.parse(expected ?? ""), sameShot: 0.123 });

  setBuildInfo(gallery.database, { calibration: mark });
  expect(await build(gallery)).toBe(mark);

  gallery.database.exec("DELETE FROM build_info WHERE key = 'build_id'");
  expect(await build(gallery)).toBe(expected);

  setBuildInfo(gallery.database, { calibration: JSON.stringify({ method: "another", knots: [] }) });
  expect(readCalibration(gallery.database)).toBeUndefined();
  expect(await build(gallery)).toBe(expected);

  gallery.database.exec("DELETE FROM build_info WHERE key = 'calibration'");
  expect(readCalibration(gallery.database)).toBeUndefined();
  expect(await build(gallery)).toBe(expected);
  expect(buildInfo(gallery.database, "build_id")).toBe(id);
  close(gallery);
});

test("what is read is what was stored", async () => {
  const gallery = newGallery();
  add(gallery, [...album.keys()].slice(0, 2));
  await build(gallery);
  const calibration = readCalibration(gallery.database);
  expect(calibration?.method).toBe("empirical-null-1");
  expect(calibration && wordOf(0, calibration)).toBe("same-shot");
  close(gallery);
});
