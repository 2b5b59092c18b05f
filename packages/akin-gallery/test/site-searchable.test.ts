import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  APPLICATION_ID,
  eachPackedNumber,
  facetKey,
  photoId,
  slotBefore,
  type VectorChunks,
} from "akin-browser/format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nameWords } from "../src/database/name-words.js";
import { checkSite } from "../src/site/check-site.js";
import { cutChunks } from "../src/site/cut-chunks.js";
import { tierEnds } from "../src/site/tier-ends.js";
import { readFiles, SECRET, SiteAlbum } from "./site-album.js";

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

/** Copies of one photo with other paths and times, which need no images of their own. */
async function addCopies(count: number, from = 0): Promise<void> {
  if (album.ids().length === 0) await album.add("0.jpg", { taken_at: "2020-01-01T00:00:00" });
  const row = album.database.prepare("SELECT * FROM images LIMIT 1").get();
  album.database.exec("BEGIN");
  for (let number = from + 1; number < from + count; number++) {
    const path = `trip ${number % 7}/${number}.jpg`;
    const taken = new Date(Date.UTC(2020, 0, 1, number)).toISOString().slice(0, 19);
    const tags = JSON.stringify([`tag${number % 10}`, "sea"]);
    album.insert({
      ...row,
      id: photoId(path),
      path,
      filename: `${number}.jpg`,
      tags,
      taken_at: taken,
    });
  }
  album.database.exec("COMMIT");
}

function values(database: DatabaseSyncInstance, sql: string): unknown[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => Object.values(row)[0]);
}

describe("the searchable database", () => {
  test("has a row a photo, in reverse display order, and says of which build it is", async () => {
    await album.add("b/new.jpg", { taken_at: "2024-07-02T10:00:00", title: "New", latitude: 1.5 });
    await album.add("b/á old.jpg", { taken_at: "2023-01-05T10:00:00" });
    await album.add("undated.jpg", { taken_at: null });
    await album.write();
    const { buildId, database: published } = album.manifest();
    const database = album.openSearchable();
    const paths = ["undated.jpg", "b/á old.jpg", "b/new.jpg"];
    expect(values(database, "SELECT path FROM images ORDER BY slot")).toEqual(paths);
    const slots = [slotBefore(null), slotBefore("2023-01"), slotBefore("2024-07")];
    expect(values(database, "SELECT slot FROM images ORDER BY 1")).toEqual(
      slots.map((slot) => slot + 1),
    );
    const row = database.prepare("SELECT * FROM images WHERE id = ?").get(photoId("b/new.jpg"));
    expect(row).toMatchObject({
      slot: slotBefore("2024-07") + 1,
      filename: "new.jpg",
      title: "New",
      width: 900,
      height: 600,
      taken_at: "2024-07-02T10:00:00",
      latitude: 1.5,
      city: "Rome",
      region: null,
      country: "Italy",
      camera_make: "Nikon",
      lens: null,
      iso: 100,
    });
    expect(row?.image).toHaveLength(10);
    expect(database.prepare("SELECT key, value FROM build_info ORDER BY key").all()).toEqual([
      { key: "build_id", value: buildId },
      { key: "embedding_dim", value: "8" },
      { key: "format", value: "1" },
      { key: "model_name", value: "test-model" },
      { key: "photos", value: "3" },
    ]);
    expect(values(database, "PRAGMA application_id")).toEqual([APPLICATION_ID]);
    expect(values(database, "PRAGMA integrity_check")).toEqual(["ok"]);
    expect(values(database, "PRAGMA freelist_count")).toEqual([0]);
    expect(values(database, "PRAGMA page_size")).toEqual([published.pageSize]);
    database.close();
  });

  test("finds words, without their accents, in columns and folders", async () => {
    await album.add("sea/á1.jpg");
    await album.add("sea/2.jpg", { description: "Fishing boats" });
    await album.add("wood/3.jpg");
    await album.write();
    const database = album.openSearchable();
    const found = (query: string) =>
      database
        .prepare(
          "SELECT path FROM images JOIN images_fts ON images_fts.rowid = slot WHERE images_fts MATCH ? ORDER BY path",
        )
        .all(query)
        .map(({ path }) => path);
    expect(found("folder: sea")).toEqual(["sea/2.jpg", "sea/á1.jpg"]);
    expect(found("A1")).toEqual(["sea/á1.jpg"]);
    expect(found('"fishing boats" nikon rome')).toEqual(["sea/2.jpg"]);
    database.close();
  });

  test("lists its words, without numbers and writing without spaces", async () => {
    await album.add("RomeTrip/IMG_2041.jpg", { title: "Été à Ōsaka, 大阪 2024" });
    await album.add("sea/2.jpg", { description: "It is 9 o'clock in Rome" });
    await album.write();
    const database = album.openSearchable();
    const words = database.prepare("SELECT word, photos FROM words").all();
    expect(words.map(({ word, photos }) => `${word} ${photos}`)).toEqual([
      "clock 1",
      "ete 1",
      "img 1",
      "italy 2",
      "jpg 2",
      "nikon 2",
      "osaka 1",
      "rome 2",
      "rometrip 1",
      "sea 2",
      "trip 1",
    ]);
    database.close();
  });

  test("counts facets, and tells which photos they are", async () => {
    const exif = JSON.stringify({ camera_make: "NIKON CORPORATION", camera_model: "NIKON D90" });
    // Half green, some black, and not enough white.
    const colours = Uint8Array.of(0, 0, 0, 128, 0, 0, 0, 0, 0, 77, 0, 50);
    const tags = '["sea","boat","sea"]';
    await album.add("a/1.jpg", { taken_at: "2020-05-01T00:00:00", tags, colours });
    await album.add("a/2.jpg", {
      taken_at: "2020-06-01T00:00:00",
      tags: "[]",
      exif,
      geocode: null,
    });
    await album.add("3.jpg", { taken_at: null, width: 600, height: 900 });
    await album.write();
    const database = album.openSearchable();
    const facets = database
      .prepare("SELECT kind, value, photos FROM facets ORDER BY id >> 24, value")
      .all();
    expect(facets.map(({ kind, value, photos }) => `${kind} ${value} ${photos}`)).toEqual([
      "tag boat 1",
      "tag sea 2",
      "camera NIKON D90 1",
      "camera Nikon 2",
      "country Italy 2",
      "city Rome 2",
      "orientation landscape 2",
      "orientation portrait 1",
      "year 2020 2",
      "month 2020-05 1",
      "month 2020-06 1",
      "folder a 2",
      "colour black 1",
      "colour green 1",
    ]);
    const listed = (kind: string, value: string) => {
      const facet = database
        .prepare("SELECT id FROM facets WHERE kind = ? AND value = ?")
        .get(kind, value);
      return [0, 2020].map((year) => {
        const photos: number[] = [];
        const row = database
          .prepare("SELECT photos FROM facet_photos WHERE key = ?")
          .get(facetKey(Number(facet?.id), year));
        eachPackedNumber(row?.photos ?? new Uint8Array(), (number) => photos.push(number));
        return photos;
      });
    };
    expect(listed("city", "Rome")).toEqual([[1], [1]]);
    expect(listed("orientation", "landscape")).toEqual([[], [1, 2]]);
    expect(listed("camera", "NIKON D90")).toEqual([[], [2]]);
    database.close();
  });

  test("has a column only for what may be published", async () => {
    await album.add("a.jpg");
    await album.write();
    const database = album.openSearchable();
    expect(values(database, "SELECT name FROM pragma_table_info('images')").join(" ")).toBe(
      "slot id path filename title width height taken_at latitude longitude city region country " +
        "camera_make camera_model lens focal_length_mm aperture_f exposure_s iso image placeholder",
    );
    expect(values(database, "SELECT name FROM sqlite_schema ORDER BY name").join(" ")).toBe(
      "build_info facet_photos facets images images_by_id images_fts images_fts_config images_fts_data " +
        "images_fts_docsize images_fts_idx words",
    );
    database.close();
    // Joined, so that nothing hides between two chunks.
    const { index } = album.manifest().database;
    const file = Buffer.concat(album.chunks("database", index).map(({ bytes }) => bytes));
    for (const secret of [SECRET, "serial_number", "street", album.root]) {
      expect(file.includes(secret), secret).toBe(false);
    }
  });

  test("keeps most of its chunks when photos come among older ones", async () => {
    await addCopies(1_300);
    await album.write();
    const before = pages();
    const row = album.database.prepare("SELECT * FROM images LIMIT 1").get();
    // A title that needs pages of its own, and letters before all others.
    const title = "aa ".repeat(20_000);
    const taken_at = "2020-02-27T04:05:06";
    album.insert({ ...row, id: photoId("new.jpg"), path: "new.jpg", taken_at, title });
    await album.write();
    const after = pages();
    const rows = "SELECT pageno FROM dbstat WHERE name = 'images' AND pagetype = 'leaf'";
    const database = album.openSearchable();
    const leaves = values(database, rows).map((page) => after[Number(page) - 1] ?? "");
    expect(leaves.length).toBeGreaterThan(10);
    expect(leaves.filter((leaf) => !before.includes(leaf)).length).toBeLessThan(5);
    expect(values(database, "PRAGMA integrity_check")).toEqual(["ok"]);
    const found = database.prepare("SELECT title FROM images WHERE path = 'new.jpg'").get();
    expect(found?.title).toBe(title);
    database.close();
  });

  /** Those of the published file. */
  function pages(): string[] {
    const { index, pageSize } = album.manifest().database;
    const file = Buffer.concat(album.chunks("database", index).map(({ bytes }) => bytes));
    return Array.from({ length: file.length / pageSize }, (_, page) =>
      file.subarray(page * pageSize, (page + 1) * pageSize).toString("latin1"),
    );
  }

  test("has full text in segments that newer photos leave alone", async () => {
    await addCopies(1_300);
    await album.write();
    const segments = (database: DatabaseSyncInstance) => {
      const sql = "SELECT segid, count(*) AS leaves FROM images_fts_idx GROUP BY segid";
      return database.prepare(sql).all();
    };
    const before = album.openSearchable();
    const old = segments(before);
    before.close();
    await addCopies(10, 1_299);
    await album.write();
    const after = album.openSearchable();
    expect(segments(after)).toHaveLength(2);
    expect(segments(after)[0]).toEqual(old[0]);
    const matches = "SELECT count(*) AS n FROM images_fts WHERE images_fts MATCH 'tag3'";
    expect(after.prepare(matches).get()?.n).toBe(131);
    after.close();
    expect(await checkSite(album.site)).toEqual([]);
  });
});

describe("the published vectors", () => {
  test("are a row a photo by position, scaled, with their signs", async () => {
    for (const path of ["a.jpg", "b.jpg", "c.jpg"]) await album.add(path);
    const vector = Float32Array.of(0.5, -0.25, 0, 0.001, -0.001, 0.1, 0.2, -0.5);
    const [none = 0, ...others] = album.ids();
    await album.write({ vectors: others.map((id) => ({ id, vector })) });
    const database = album.openSearchable();
    const without = database
      .prepare(
        "SELECT (SELECT count(*) FROM images AS older WHERE older.slot < images.slot) AS row FROM images WHERE id = ?",
      )
      .get(none);
    database.close();
    const { vectors } = album.manifest();
    expect(vectors).toMatchObject({
      dimensions: 8,
      rows: 3,
      int8: { bytes: 24 },
      signs: { bytes: 3 },
    });
    const int8 = joined(vectors?.int8);
    const signs = joined(vectors?.signs);
    for (let row = 0; row < 3; row++) {
      const isNone = row === without?.row;
      const scaled = isNone ? [0, 0, 0, 0, 0, 0, 0, 0] : [127, -63, 0, 0, -0, 25, 51, -127];
      expect([...new Int8Array(int8.subarray(row * 8, row * 8 + 8))].map(Math.abs)).toEqual(
        scaled.map(Math.abs),
      );
      expect(signs[row]).toBe(isNone ? 0 : 0b01101001);
    }
  });

  test("are null for an album without embeddings", async () => {
    await album.add("a.jpg");
    await album.write({ model: null, vectors: [] });
    expect(album.manifest().vectors).toBeNull();
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("newer photos change the last chunks only, the same photos none", async () => {
    await addCopies(1_200);
    await album.write();
    const before = chunkNames();
    const files = [...readFiles(album.site).keys()];
    await addCopies(5, 1_199);
    await album.write();
    const after = chunkNames();
    expect(before.length).toBeGreaterThan(12);
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    album.database.exec(
      "DELETE FROM images WHERE taken_at IN (SELECT taken_at FROM images ORDER BY taken_at DESC LIMIT 4)",
    );
    await album.write();
    expect([...readFiles(album.site).keys()]).toEqual(files);
  });

  function chunkNames(): string[] {
    return album
      .chunks("vectors", album.manifest().vectors?.int8.index ?? [])
      .map(({ name }) => name);
  }

  function joined(chunks: VectorChunks | undefined): Buffer {
    return Buffer.concat(album.chunks("vectors", chunks?.index ?? []).map(({ bytes }) => bytes));
  }
});

describe("checkSite", () => {
  test("finds chunks that are missing, damaged, or of another length", async () => {
    await addCopies(300);
    await album.write();
    const { database, vectors } = album.manifest();
    const index = `data/database/${database.index[0]}`;
    const [first, second] = album.chunks("database", database.index);
    const row = album.chunks("vectors", vectors?.signs.index ?? [])[0];
    rmSync(join(album.site, `data/database/${first?.name}`));
    writeFileSync(join(album.site, `data/database/${second?.name}`), "half");
    writeFileSync(join(album.site, `data/vectors/${row?.name}`), row?.bytes.subarray(1) ?? "");
    const damaged = "is damaged: its content is not what its name says";
    expect((await checkSite(album.site)).sort()).toEqual(
      [
        `data/database/${first?.name} can't be read: there is no such file or folder`,
        `data/database/${second?.name} ${damaged}`,
        `data/vectors/${row?.name} ${damaged}`,
      ].sort(),
    );
    rmSync(join(album.site, index));
    expect(await checkSite(album.site)).toContain(
      `${index} can't be read: there is no such file or folder`,
    );
    await album.write();
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("compares the chunks with the manifest, and the database with its build", async () => {
    await album.add("a.jpg");
    await album.write();
    const manifest = album.manifest();
    const { database, vectors } = manifest;
    const bytes = database.bytes;
    writeFileSync(
      join(album.site, "data/manifest.json"),
      JSON.stringify({
        ...manifest,
        buildId: "other",
        database: { ...database, bytes: bytes + 1 },
        vectors: { ...vectors, rows: 2 },
      }),
    );
    expect(await checkSite(album.site)).toEqual([
      `bytes of the database: found ${bytes}, the manifest says ${bytes + 1}`,
      "int8 rows: found 1, the manifest says 2",
      "photos with rows of vectors: found 2, the manifest says 1",
      "signs rows: found 1, the manifest says 2",
      `the database is of build ${manifest.buildId}, the manifest of other`,
    ]);
  });
});

test("chunks have their old borders soon after an insertion", () => {
  const items = Array.from({ length: 2_000 }, (_, index) => (index * 7919) % 1_009);
  const rule = { least: 8, most: 64, begins: (item: number) => item % 16 === 0 };
  const before = [...cutChunks(items, rule)].map((chunk) => chunk.join());
  const after = [...cutChunks(items.toSpliced(700, 0, 5, 6, 7), rule)].map((chunk) => chunk.join());
  expect([...cutChunks(items, rule)].flat()).toEqual(items);
  expect(before.every((chunk) => chunk.split(",").length <= 64)).toBe(true);
  expect(after.filter((chunk) => !before.includes(chunk)).length).toBeLessThanOrEqual(3);
  expect([...cutChunks([], rule)]).toEqual([]);
});

test.each([
  [0, []],
  [1, [1]],
  [1024, [1024]],
  [2_600, [2048, 2600]],
  [10_000, [8192, 9216, 10_000]],
  [1_000_000, [524_288, 786_432, 917_504, 983_040, 1_000_000]],
])("full text of %i photos is in tiers that end at %j", (photos, ends) => {
  expect(tierEnds(photos)).toEqual(ends);
});

test.each([
  ["DSC02041.JPG", ["DSC 02041", "2041"]],
  ["IMG_2041.jpg", ["IMG2041"]],
  ["RomeTrip2024", ["Rome Trip 2024"]],
  ["2024-05-17 Ostia", ["20240517"]],
  ["PXL_20240517_1.jpg", ["PXL20240517", "2024 05 17"]],
  ["Canon EOS 5D", ["5 D", "EOS5D"]],
  ["FUJIFILM X-T5", ["T 5", "XT5"]],
  ["sea/harbour lights", []],
])("%s is also found by %j", (name, words) => {
  expect(nameWords(name).split("\n")).toEqual([name, ...words]);
});
