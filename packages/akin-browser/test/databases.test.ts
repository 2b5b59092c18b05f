import { expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("databases", (tested) => {
  const failureOfOpening = (site: string) =>
    tested.page.evaluate(async (url) => {
      const gallery = await akin.openGallery(url);
      return akin.failure(gallery.databases().then(() => "open"));
    }, site);

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

  test("a pair of two builds is refused", async () => {
    expect(await failureOfOpening("../mismatch/")).toMatch(
      /^MISMATCH: .*vectors\.db is of build build-b, the gallery of build build-a/,
    );
  });

  test("damaged and missing databases are told; the next request asks again", async () => {
    tested.expectConsole(/404/);
    const part = tested.manifest.databases.main.parts[1] ?? "none";
    const answers: [Buffer | null, RegExp][] = [
      [Buffer.from("not a database"), /^DAMAGED: .*bytes came, .* were published/],
      [Buffer.from("1f8b0800000000000003ab5632", "hex"), /^DAMAGED: .*gzip/],
      [null, /^NOT_FOUND/],
    ];
    for (const [body, message] of answers) {
      tested.server.override(`/good/data/database/${part}`, (_, response) => {
        if (body === null) response.writeHead(404).end();
        else response.end(body);
      });
      expect(await failureOfOpening("../good/")).toMatch(message);
    }
    tested.server.restore();
    expect(await failureOfOpening("../good/")).toBe('no failure: "open"');
  });

  test("an engine that cannot start is told", async () => {
    tested.expectConsole(/404|wasm|sqlite3|ArrayBuffer|Aborted/);
    tested.server.override(".wasm", (_, response) => response.writeHead(404).end());
    expect(await failureOfOpening("../good/")).toMatch(/^UNSUPPORTED: SQLite could not start/);
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
      return answers;
    });
    expect(answers[0]).toMatch(/^AbortError/);
    expect(answers[1]).toBe(true);
    expect(answers[2]).toMatch(/^AbortError/);
    expect(answers[3]).toMatch(/^CLOSED/);
    expect(answers[4]).toMatch(/^CLOSED/);
    expect(tested.page.requested.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
  });

  test("fetchSimilarImages: nearest first, ties by id, never the photo itself", async () => {
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
      exif: { iso: 100 },
      geocode: { city: "Lisbon" },
      similarity: expect.closeTo(0, 10),
    });
    expect(five[2]?.similarity).toBeCloseTo(1 - 10600 / Math.sqrt(10100 * 13600), 6);
    expect((await similar("sea/twin.jpg", 1)).map(({ path }) => path)).toEqual(["sea/1.jpg"]);
    expect(await similar("sea/1.jpg", 99)).toHaveLength(FIXTURE_PHOTOS.length - 1);
    expect(await similar("sea/1.jpg", 0)).toEqual([]);
    expect(await similar("not/here.jpg")).toEqual([]);
    await expect(similar("sea/1.jpg", 1.5)).rejects.toThrow("limit is 1.5");
  });

  test("useDatabase opens once, tells progress, and gives the pair or the error", async () => {
    await tested.page.evaluate(() => akin.showDatabase("../good/"));
    await tested.page.getByText("open 100").waitFor();
    const progress = await tested.page.evaluate(() => akin.progress);
    expect(progress[0]).toBe(0);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    await tested.page.evaluate(() => akin.showDatabase("../mismatch/"));
    await tested.page.getByText("MISMATCH").waitFor();
  });
});

function expectedNeighbours(path: string, limit: number): string[] {
  const query = FIXTURE_PHOTOS.find((photo) => photo.path === path)?.vector ?? [];
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  return FIXTURE_PHOTOS.filter((photo) => photo.path !== path)
    .map(({ id, path, vector }) => ({
      id,
      path,
      distance: 1 - dot(query, vector) / Math.sqrt(dot(query, query) * dot(vector, vector)),
    }))
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
    .slice(0, limit)
    .map((photo) => photo.path);
}
