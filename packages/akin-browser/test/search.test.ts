import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { Slots } from "../src/format/index.js";
import type { FoundPhoto, Gallery, PhotoFilter, SearchOptions } from "../src/index.js";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { expectedNeighbours, FIXTURE_PHOTOS, type FixturePhoto } from "./harness/fixture-photos.js";
import { writeFixtureSite } from "./harness/fixture-site.js";
import { MANY_DIMENSIONS, MANY_PHOTOS, manyPhotos } from "./harness/many-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

const photos = manyPhotos();

describeInBrowser("search", (tested) => {
  beforeAll(async () => {
    await writeFixtureSite(join(tested.folder, "many"), { photos, dimensions: MANY_DIMENSIONS });
  });

  const search = (site: string, options: Omit<SearchOptions, "signal" | "onLoading">) =>
    tested.page.evaluate(
      async ([url, { vector, ...options }]) => {
        const gallery = await akin.openGallery(url);
        return gallery.search({
          ...options,
          ...(vector === undefined ? {} : { vector: Float32Array.from(Object.values(vector)) }),
        });
      },
      [site, options] as const,
    );
  const paths = (found: FoundPhoto[]) => found.map(({ path }) => path);

  /** What a filter should leave, in display order. */
  const matching = (holds: (photo: FixturePhoto) => boolean) =>
    photos.filter(holds).map(({ path }) => path);

  const FILTERS: [PhotoFilter, (photo: FixturePhoto) => boolean][] = [
    [{ from: "2022" }, ({ takenAt }) => takenAt !== null && takenAt >= "2022"],
    [{ to: "2021-03" }, ({ takenAt }) => takenAt !== null && takenAt < "2021-04"],
    [
      { from: "2021-05-17", to: "2021-05-20T06" },
      ({ takenAt }) => takenAt !== null && takenAt >= "2021-05-17" && takenAt < "2021-05-20T07",
    ],
    [{ from: "2030-01-01" }, () => false],
    [{ year: "2023" }, ({ takenAt }) => takenAt?.startsWith("2023") === true],
    [{ folder: "bridge" }, ({ path }) => path.startsWith("bridge/")],
    [{ folder: ["bridge/near", "meadow"] }, ({ path }) => /^(bridge\/near|meadow)\//.test(path)],
    [{ folder: "bri" }, () => false],
    [{ tag: "lantern", orientation: "landscape" }, ({ path }) => path.startsWith("lantern/")],
    [{ orientation: ["portrait", "square"] }, () => false],
    [{ text: "glacier" }, ({ path }) => path.startsWith("glacier/")],
    [{ text: "GLAC* near" }, ({ path }) => path.startsWith("glacier/near/")],
    [{ text: '"viaduct 7"' }, ({ path }) => path.endsWith("/viaduct 7.jpg")],
    [{ text: 'no"such" AND OR ( * -' }, () => false],
    [{ text: "..." }, () => false],
    [
      { text: "market", folder: "market/far", from: "2022-06", to: "2022" },
      ({ path, takenAt }) =>
        path.startsWith("market/far/") && takenAt !== null && /^2022-(0[6-9]|1)/.test(takenAt),
    ],
  ];

  test.each(FILTERS)("%o: count and photos, newest first", async (where, holds) => {
    const expected = matching(holds);
    const [count, found] = await tested.page.evaluate(async (where) => {
      const gallery = await akin.openGallery("../many/");
      return Promise.all([gallery.count(where), gallery.search({ where, limit: 5000 })]);
    }, where);
    expect(count).toBe(expected.length);
    // By rank where few are found by their words; all of them have the same number of the same words here.
    expect(paths(found).sort()).toEqual([...expected].sort());
    if (where.text === undefined) expect(paths(found)).toEqual(expected);
    expect(found.every(({ distance }) => distance === null)).toBe(true);
    const id = photos.find(({ path }) => path === found[0]?.path)?.id;
    expect(found[0]?.id).toBe(id);
  });

  test("without anything: the newest; few bytes of a large database", async () => {
    const found = await search("../many/", { limit: 3 });
    expect(found).toEqual(
      photos.slice(0, 3).map(({ id, path, takenAt }) => ({
        id,
        path,
        takenAt,
        title: null,
        width: 900,
        height: 600,
        image: id.toString(16).padStart(20, "0"),
        placeholder: "AQL/",
        distance: null,
        meanDistance: null,
        isRanked: false,
      })),
    );
    const chunks = tested.page.requested.filter((path) => path.includes("/data/database/"));
    expect(chunks.length).toBeLessThan(10);
  });

  test("warmed up, a search has SQLite there", async () => {
    const { page } = tested;
    await page.evaluate(async () => {
      const gallery = await akin.openGallery("../many/");
      await gallery.warm();
      Object.assign(globalThis, { gallery });
    });
    const before = page.requested.length;
    const text = "GLAC* near";
    const found = await page.evaluate(
      (text) =>
        (globalThis as { gallery?: Gallery }).gallery?.search({ where: { text }, limit: 2 }),
      text,
    );
    expect(found).toHaveLength(2);
    const needed = page.requested.slice(before);
    expect(needed.every((path) => path.includes("/data/database/"))).toBe(true);
    expect(needed.length).toBeLessThan(8);
  });

  test("a statement that reads one piece after the other, from the end to the start", async () => {
    const timeline = await tested.page.evaluate(
      async () => (await akin.openGallery("../many/")).manifest.timeline,
    );
    const slots = new Slots(timeline);
    const read = Array.from({ length: Math.floor(MANY_PHOTOS / 50) }, (_, at) =>
      slots.slotOf(MANY_PHOTOS - 50 * at),
    );
    const rows = await tested.page.evaluate(async (slots) => {
      const gallery = await akin.openGallery("../many/");
      const parts = slots.map((slot) => `SELECT sum(slot) AS at FROM images WHERE slot = ${slot}`);
      const sums = "SELECT count(at) AS n, min(at) AS least FROM";
      return gallery.sql("main", `${sums} (${parts.join(" UNION ALL ")})`);
    }, read);
    expect(rows).toEqual([{ n: read.length, least: read.at(-1) }]);
  });

  test("facets are counted; with a filter, among its photos", async () => {
    const [folders, years, tags, none] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../many/");
      return Promise.all([
        gallery.facets("folder", { limit: 3 }),
        gallery.facets("year"),
        gallery.facets("tag", { where: { year: "2021" } }),
        gallery.facets("city"),
      ]);
    });
    const inFar = (word: string) => matching(({ path }) => path.startsWith(`${word}/far/`)).length;
    expect(folders).toEqual(
      ["bridge", "market", "glacier"]
        .map((word) => ({ value: `${word}/far`, photos: inFar(word) }))
        .sort((a, b) => b.photos - a.photos),
    );
    expect(years).toEqual(
      ["2023", "2022", "2021"].map((value) => ({
        value,
        photos: matching(({ takenAt }) => takenAt?.startsWith(value) === true).length,
      })),
    );
    const in2021 = photos.filter(({ takenAt }) => takenAt?.startsWith("2021"));
    expect(tags[0]).toEqual({ value: "fixture", photos: in2021.length });
    expect(tags).toHaveLength(9);
    expect(tags.find(({ value }) => value === "orchard")?.photos).toBe(
      in2021.filter(({ path }) => path.startsWith("orchard/")).length,
    );
    expect(none).toEqual([]);
    // Pieces that several miss at the same time are fetched once.
    const chunks = tested.page.requested.filter((path) => path.includes("/data/database/"));
    expect(new Set(chunks).size).toBe(chunks.length);
  });

  test("plus, minus and vector: the nearest, never what was named", async () => {
    expect(paths(await search("../good/", { plus: ["sea/1.jpg"], limit: 4 }))).toEqual(
      expectedNeighbours("sea/1.jpg", 4),
    );
    const id = FIXTURE_PHOTOS.find(({ path }) => path === "sea/2.jpg")?.id ?? 0;
    const two = await search("../good/", { plus: [id, "city/2.jpg"], minus: ["sea/collides.jpg"] });
    expect(paths(two)).not.toContain("sea/2.jpg");
    expect(paths(two)).not.toContain("sea/collides.jpg");
    expect(paths(two).slice(0, 2).sort()).toEqual(["sea/1.jpg", "sea/twin.jpg"]);
    const vector = Float32Array.from([0, 0, 0.5, 0, 0, 0, 0, 0]);
    const near = await search("../good/", { vector, limit: 2 });
    expect(paths(near)).toEqual(["city/a b#1 ä.jpg", "city/2.jpg"]);
    expect(near[0]?.distance).toBeCloseTo(0, 6);
    expect(near.map(({ meanDistance }) => meanDistance)).toEqual(
      near.map(({ distance }) => expect.closeTo(distance ?? 9, 6)),
    );
    const filtered = await search("../good/", { vector, where: { folder: "sea" }, limit: 1 });
    expect(paths(filtered)[0]).toMatch(/^sea\//);
  });

  test("vectors are added and taken away like photos, each for as much as one", async () => {
    const [asVectors, asPhotos] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const vector = Float32Array.from([0, 0, 0.5, 0, 0, 0, 0, 0]);
      const [photo] = await gallery.search({ vector, limit: 1 });
      const own = photo?.path ?? "";
      const plus = ["sea/1.jpg", "sea/2.jpg"];
      return [
        await gallery.search({ plus, minus: [vector] }),
        await gallery.search({ plus, minus: [own] }),
      ];
    });
    const own = "city/a b#1 ä.jpg";
    expect(asPhotos.length).toBeGreaterThan(2);
    expect(asVectors.filter(({ path }) => path !== own)).toEqual(
      asPhotos.map((photo) => ({ ...photo, distance: expect.closeTo(photo.distance ?? 9, 6) })),
    );
  });

  test("of several examples the mean distance is that of their own distances, whatever is taken away", async () => {
    const examples = ["sea/1.jpg", "city/2.jpg"];
    const singles = await Promise.all(
      examples.map((path) => search("../good/", { plus: [path], limit: 99 })),
    );
    const minus = ["sea/collides.jpg"];
    for (const both of [
      await search("../good/", { plus: examples, limit: 99 }),
      await search("../good/", { plus: examples, minus, limit: 99 }),
    ]) {
      expect(both.length).toBeGreaterThan(3);
      for (const { path, meanDistance } of both) {
        const own = singles.map((found) => found.find((photo) => photo.path === path)?.distance);
        const mean = own.reduce<number>((sum, distance) => sum + (distance ?? 9), 0) / own.length;
        expect(meanDistance).toBeCloseTo(mean, 5);
      }
    }
    const [unlike] = await search("../good/", { minus, limit: 1 });
    expect(unlike?.meanDistance).toBe(null);
  });

  test("large vectors: the signs first, then the rows of the shortlist; the same as all of them", async () => {
    const sample = photos.filter((_, index) => index % 700 === 3).map(({ path }) => path);
    const [bySigns, byAll, costs] = await tested.page.evaluate(async (sample) => {
      const gallery = await akin.openGallery("../many/");
      const costs = [gallery.vectorsCost()];
      const where = { folder: "harbour" } as const;
      const ask = () =>
        Promise.all(
          sample.flatMap((path) => [
            gallery.search({ plus: [path], limit: 8 }),
            gallery.search({ plus: [path], limit: 3, where }),
          ]),
        );
      const bySigns = await ask();
      const loading: number[] = [];
      await gallery.loadVectors({ onLoading: (loaded, total) => loading.push(loaded / total) });
      costs.push(gallery.vectorsCost());
      if (loading.at(-1) !== 1) throw new Error(`loaded ${loading.at(-1)}`);
      return [bySigns, await ask(), costs] as const;
    }, sample);
    expect(costs).toEqual([
      {
        bytes: MANY_PHOTOS * MANY_DIMENSIONS,
        searchBytes: (MANY_PHOTOS * MANY_DIMENSIONS) / 8,
        loaded: false,
      },
      { bytes: 0, searchBytes: 0, loaded: true },
    ]);
    expect(byAll.map(paths)).toEqual(sample.flatMap((path) => expectedSimilar(path)));
    expect(bySigns.map(paths)).toEqual(sample.flatMap((path) => expectedSimilar(path, 100)));
  });

  test("meant leaves the photos that stand out: by a sample of a large gallery, and by all of it", async () => {
    const [sampled, all, none] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../many/");
      const plus = ["glacier/far/glacier 4.jpg"];
      const bySigns = await gallery.search({ plus, meant: true, limit: 100 });
      await gallery.loadVectors();
      const byAll = await gallery.search({ plus, meant: true, limit: 4096 });
      // Far from all of them, and nearly as far.
      const vector = new Float32Array(gallery.manifest.vectors?.dimensions ?? 0);
      vector[4321] = 1;
      return [bySigns, byAll, await gallery.search({ vector, meant: true, limit: 4096 })] as const;
    });
    expect(sampled.length).toBeGreaterThan(20);
    expect(all.length).toBeGreaterThan(20);
    for (const { path } of [...sampled, ...all]) expect(path).toMatch(/^glacier/);
    expect(none.length).toBeLessThan(MANY_PHOTOS / 20);
  });

  test("SQL that needs large vectors says so; loadVectors lets it run", async () => {
    const [before, after] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../many/");
      const count = () => gallery.sql("vectors", "SELECT count(*) AS n FROM image_vectors");
      const before = await akin.failure(count());
      await gallery.loadVectors();
      return [before, await count()] as const;
    });
    expect(before).toMatch(/^NOT_LOADED: .*21 MB.*loadVectors/);
    expect(after).toEqual([{ n: MANY_PHOTOS }]);
  });

  test("sqlite-vec's functions come with the first statement that names one, with or without vectors", async () => {
    const sql = `SELECT rowid, vec_length(embedding) AS length FROM image_vectors
      WHERE embedding MATCH vec_int8((SELECT embedding FROM image_vectors WHERE rowid = 2)) AND k = 1`;
    const [both, unknown] = await tested.page.evaluate(async (sql) => {
      const gallery = await akin.openGallery("../good/");
      const rows = await Promise.all([
        gallery.sql("vectors", "SELECT vec_to_json(vec_f32('[1, 2]')) AS json"),
        gallery.sql("vectors", sql),
        gallery.sql("vectors", "SELECT count(*) AS n FROM image_vectors"),
      ]);
      return [rows.flat(), await akin.failure(gallery.sql("main", "SELECT vec_slice(1)"))] as const;
    }, sql);
    const { rows = 0, dimensions } = tested.manifest.vectors ?? {};
    expect(both).toEqual([
      { json: "[1.000000,2.000000]" },
      { rowid: 2, length: dimensions },
      { n: rows },
    ]);
    expect(unknown).toMatch(/^SQL: .*no such function: vec_slice/);
    expect(tested.page.requested.filter((path) => path.includes("seldom"))).toHaveLength(1);
  });

  test("similar: the card, and live search where it is filtered", async () => {
    const [card, filtered, unknown, wrong] = await tested.page.evaluate(async () => {
      const gallery: Gallery = await akin.openGallery("../good/");
      return [
        await gallery.similar("sea/1.jpg"),
        await gallery.similar("sea/1.jpg", { where: { folder: "city" }, limit: 1 }),
        await gallery.similar("not/here.jpg", { where: { folder: "city" } }),
        await akin.failure(gallery.similar("sea/1.jpg", { limit: -1 })),
      ] as const;
    });
    expect(card.map(({ path }) => path)).toEqual(["sea/twin.jpg", "sea/2.jpg", "sea/3.jpg"]);
    expect(filtered).toEqual([
      expect.objectContaining({ path: "city/2.jpg", score: 0, word: null, reasons: [] }),
    ]);
    expect(unknown).toEqual([]);
    expect(wrong).toContain("limit is -1");
  });

  test("what can't be is refused by name", async () => {
    const refused: [SearchOptions, RegExp][] = [
      [{ where: { color: "red" } as PhotoFilter }, /RangeError: There is no filter color;/],
      [{ where: { from: "May" } }, /RangeError: from is May/],
      [{ limit: 0.5 }, /RangeError: limit is 0.5/],
      [{ plus: ["no.jpg"] }, /^NOT_FOUND: The gallery has no photo no\.jpg/],
    ];
    for (const [options, message] of refused) {
      const failure = await tested.page.evaluate(async (options) => {
        const gallery = await akin.openGallery("../good/");
        return akin.failure(gallery.search(options));
      }, options);
      expect(failure).toMatch(message);
    }
    const dimensions = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      return akin.failure(gallery.search({ vector: new Float32Array(3) }));
    });
    expect(dimensions).toMatch(/has 3 dimensions; the gallery's model has 8/);
  });

  test("an abort ends a search; the next one is answered", async () => {
    const [aborted, next] = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../many/");
      await gallery.databases();
      const controller = new AbortController();
      const search = gallery.search({ where: { text: "harbour" }, signal: controller.signal });
      controller.abort();
      return [await akin.failure(search), await gallery.count({ text: "harbour" })] as const;
    });
    expect(aborted).toMatch(/^AbortError/);
    expect(next).toBe(MANY_PHOTOS / 8);
  });
});

/**
 * The eight nearest of all, and the three nearest in the folder "harbour", by the vectors as published; ties by lower
 * position.
 *
 * @param shortlist how many of them are looked at, nearest by signs first
 */
function expectedSimilar(path: string, shortlist = MANY_PHOTOS): string[][] {
  const index = photos.findIndex((photo) => photo.path === path);
  const query = PUBLISHED[index];
  if (query === undefined) throw new Error(`There is no photo ${path}.`);
  const nearest = (holds: (path: string) => boolean) =>
    PUBLISHED.filter((other) => holds(other.path))
      .map((other) => ({ ...other, signs: differing(query.signs, other.signs) }))
      .sort((a, b) => a.signs - b.signs || b.index - a.index)
      .slice(0, shortlist)
      .map((other) => ({ ...other, cosine: dot(query.int8, other.int8) / norm(other.int8) }))
      .sort((a, b) => b.cosine - a.cosine || b.index - a.index)
      .map((other) => other.path)
      .filter((other) => other !== path);
  return [
    nearest(() => true).slice(0, 8),
    nearest((path) => path.startsWith("harbour/")).slice(0, 3),
  ];
}

const PUBLISHED = photos.map(({ path, vector }, index) => {
  const scale = 127 / vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return {
    path,
    index,
    int8: Int8Array.from(vector, (value) => Math.round(value * scale)),
    signs: Uint8Array.from(vector, (value) => Number(value > 0)),
  };
});

function differing(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += (a[i] ?? 0) ^ (b[i] ?? 0);
  return count;
}

function norm(a: Int8Array): number {
  return Math.sqrt(dot(a, a));
}

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
