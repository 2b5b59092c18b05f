import { expect, test } from "vitest";
import { slotBefore } from "../src/format/index.js";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { expectedNeighbours, FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("databases", (tested) => {
  test.each(["../good/", "../encoded/"])("select gives rows of %s as objects", async (site) => {
    const found = await tested.page.evaluate(async (url) => {
      const gallery = await akin.openGallery(url);
      const progress: number[] = [];
      const { main, vectors } = await gallery.databases({
        onProgress: ({ loadedBytes, totalBytes }) => progress.push(loadedBytes / totalBytes),
      });
      const [row] = await main.select(
        "SELECT id, filename, placeholder, NULL AS empty, 1.5 AS half FROM images WHERE path = ?",
        ["sea/1.jpg"],
      );
      return {
        id: row?.id,
        filename: row?.filename,
        empty: row?.empty,
        half: row?.half,
        placeholder: row?.placeholder instanceof Uint8Array ? [...row.placeholder] : null,
        named: await vectors.select("SELECT :a + @b AS sum", { a: 1, "@b": 2 }),
        blob: await main.select("SELECT hex(?) AS hex", [new Uint8Array([0, 255])]),
        large: String((await main.select("SELECT ? AS n", [2n ** 60n]))[0]?.n),
        words: await main.select(
          "SELECT count(*) AS n FROM images_fts WHERE images_fts MATCH 'sea'",
        ),
        config: await gallery.sql("vectors", "SELECT * FROM vector_config ORDER BY key"),
        progress,
      };
    }, site);
    expect(found).toMatchObject({
      id: FIXTURE_PHOTOS[0]?.id,
      filename: "1.jpg",
      empty: null,
      half: 1.5,
      placeholder: [1, 2, 255],
      named: [{ sum: 3 }],
      blob: [{ hex: "00FF" }],
      large: String(2n ** 60n),
      words: [{ n: 5 }],
      config: [
        { key: "build_id", value: "build-a" },
        { key: "element_type", value: "int8" },
        { key: "embedding_dim", value: "8" },
        { key: "model_name", value: "builtin" },
      ],
    });
    expect(found.progress.at(-1)).toBe(1);
    expect(found.progress).toEqual([...found.progress].sort((a, b) => a - b));
  });

  test("SQL errors and wrong parameters are told, writing too", async () => {
    const statements: [string, unknown, RegExp][] = [
      ["SELECT * FROM missing", [], /^SQL: .*no such table: missing/],
      ["SELECT ?", [], /^SQL: .*has 1 parameters, 0 values/],
      ["SELECT 1", [1], /^SQL: .*has 0 parameters, 1 values/],
      ["SELECT :a", { b: 1 }, /^SQL: .*parameter :a has no value/],
      ["SELECT :a", { a: 1, b: 1 }, /^SQL: .*no parameter b/],
      ["SELECT 1; DELETE FROM images", [], /^no failure/],
      ["DELETE FROM images", [], /^SQL: .*readonly/],
      ["", [], /^SQL: /],
    ];
    const failures = await tested.page.evaluate(
      async (statements) => {
        const { main } = await (await akin.openGallery("../good/")).databases();
        return Promise.all(
          statements.map(([sql, params]) => akin.failure(main.select(sql, params as []))),
        );
      },
      statements.map(([sql, params]) => [sql, params] as const),
    );
    failures.forEach((failure, index) => {
      expect(failure).toMatch(statements[index]?.[2] ?? /never/);
    });
  });

  test("an engine that cannot start is told", async () => {
    tested.expectConsole(/404|wasm|sqlite3|ArrayBuffer|Aborted/);
    const open = () =>
      tested.page.evaluate(async () =>
        akin.failure((await akin.openGallery("../good/")).databases().then(() => "open")),
      );
    tested.server.override(".gz", (_, response) => response.writeHead(404).end());
    expect(await open()).toMatch(/^NOT_FOUND: .*sqlite3/);
    tested.server.override(".gz", (_, response) => response.end("<!doctype html>"));
    expect(await open()).toMatch(/^NOT_FOUND: .* is a web page/);
    tested.server.override(".gz", (_, response) => response.end("no WebAssembly"));
    expect(await open()).toMatch(/^UNSUPPORTED: SQLite could not start/);
  });

  test("one worker for all callers; abort and close end what they should", async () => {
    const answers = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const controller = new AbortController();
      const aborted = gallery.databases({ signal: controller.signal });
      const first = gallery.databases();
      const second = gallery.databases();
      controller.abort();
      const answers = [await akin.failure(aborted), (await first) === (await second)];
      const { main } = await first;
      const signal = AbortSignal.abort();
      answers.push(await akin.failure(main.select("SELECT 1", [], { signal })));
      const pending = main.select("SELECT 1");
      gallery.close();
      answers.push(await akin.failure(pending), await akin.failure(main.select("SELECT 1")));
      answers.push(await akin.failure(gallery.sql("main", "SELECT 1")));
      return answers;
    });
    expect(answers[0]).toMatch(/^AbortError/);
    expect(answers[1]).toBe(true);
    expect(answers[2]).toMatch(/^AbortError/);
    expect(answers[3]).toMatch(/^CLOSED/);
    expect(answers[4]).toMatch(/^CLOSED/);
    expect(answers[5]).toMatch(/^CLOSED/);
    expect(tested.page.requested.filter((path) => path.endsWith(".gz"))).toHaveLength(1);
  });

  test("image_vectors is vec0 by slot; vectors are fetched when a statement needs them", async () => {
    const vectorFiles = () => tested.page.requested.filter((path) => path.includes("/vectors/"));
    const before = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      Object.assign(window, { gallery });
      const rows = await gallery.sql(
        "vectors",
        "SELECT rowid, image_path FROM vector_metadata WHERE image_path = 'sea/1.jpg'",
      );
      return { rows, cost: gallery.vectorsCost() };
    });
    // The last of the six of its month.
    expect(before.rows).toEqual([{ rowid: slotBefore("2024-05") + 6, image_path: "sea/1.jpg" }]);
    expect(before.cost).toMatchObject({ bytes: 8 * FIXTURE_PHOTOS.length, loaded: false });
    expect(vectorFiles()).toEqual([]);
    const found = await tested.page.evaluate(async () => {
      const { gallery } = window as unknown as {
        gallery: Awaited<ReturnType<PageApi["openGallery"]>>;
      };
      const [newest] = await gallery.sql<{ slot: number }>(
        "main",
        "SELECT max(slot) AS slot FROM images",
      );
      const nearest = () =>
        gallery.sql(
          "main",
          `SELECT path, round(distance, 6) AS distance FROM image_vectors JOIN images ON images.slot = image_vectors.rowid
           WHERE embedding MATCH (SELECT embedding FROM image_vectors WHERE rowid = :id) AND k = 4 AND image_vectors.rowid <> :id
           ORDER BY distance`,
          { id: newest?.slot ?? null },
        );
      // Both wait for the same vectors.
      const [first, second] = await Promise.all([nearest(), nearest()]);
      return { first, second, cost: gallery.vectorsCost() };
    });
    expect(found.first.map(({ path }) => path)).toEqual(expectedNeighbours("sea/1.jpg", 3));
    expect(found.second).toEqual(found.first);
    expect(found.cost).toEqual({ bytes: 0, searchBytes: 0, loaded: true });
    expect(new Set(vectorFiles()).size).toBe(vectorFiles().length);
  });

  test("fetchSimilarImages: nearest first, never the photo itself", async () => {
    const similar = (imagePath: string, limit?: number) =>
      tested.page.evaluate(
        async ([imagePath, limit]) => {
          const { main, vectors } = await (await akin.openGallery("../good/")).databases();
          return akin.fetchSimilarImages({ mainDb: main, vectorDb: vectors, imagePath, limit });
        },
        [imagePath, limit] as const,
      );
    const five = await similar("sea/1.jpg");
    expect(five.map(({ path }) => path)).toEqual(expectedNeighbours("sea/1.jpg", 5));
    expect(five[0]).toEqual({
      path: "sea/twin.jpg",
      filename: "twin.jpg",
      tags: ["sea", "fixture"],
      exif: { iso: 100, camera_make: "Nikon", camera_model: "D90" },
      geocode: { city: "Lisbon" },
      similarity: expect.closeTo(0, 6),
    });
    expect(five[2]?.similarity).toBeCloseTo(1 - 10600 / Math.sqrt(10100 * 13600), 2);
    expect((await similar("sea/twin.jpg", 1)).map(({ path }) => path)).toEqual(["sea/1.jpg"]);
    expect(await similar("sea/1.jpg", 99)).toHaveLength(FIXTURE_PHOTOS.length - 1);
    expect(await similar("sea/1.jpg", 0)).toEqual([]);
    expect(await similar("not/here.jpg")).toEqual([]);
    await expect(similar("sea/1.jpg", 1.5)).rejects.toThrow("limit is 1.5");
  });

  test("useDatabase opens once, tells progress, and gives the pair or the error", async () => {
    tested.expectConsole(/404/);
    await tested.page.evaluate(() => akin.showDatabase("../good/"));
    await tested.page.getByText("open 100").waitFor();
    const progress = await tested.page.evaluate(() => akin.progress);
    expect(progress[0]).toBe(0);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    await tested.page.evaluate(() => akin.showDatabase("../nowhere/"));
    await tested.page.getByText("NOT_FOUND").waitFor();
  });
});
