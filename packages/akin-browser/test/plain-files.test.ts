import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import { LARGE_ROWS, writePlainFiles } from "./harness/plain-files.js";
import { sendRange } from "./harness/serve.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("plain SQLite files", (tested) => {
  beforeAll(() => writePlainFiles(join(tested.folder, "plain")));

  const similar = (database: string, vectors: string, imagePath: string) =>
    tested.page.evaluate(
      async ([database, vectors, imagePath]) => {
        const opened = await akin.openDatabases({ database, vectors });
        const { main, vectors: second } = opened;
        const found = await akin.fetchSimilarImages({ mainDb: main, vectorDb: second, imagePath });
        opened.close();
        return found;
      },
      [database, vectors, imagePath] as const,
    );
  const failureOf = (database: string, vectors?: string) =>
    tested.page.evaluate(
      async ([database, vectors]) =>
        akin.failure(akin.openDatabases({ database, vectors }).then(() => "open")),
      [database, vectors] as const,
    );
  const bytesOf = (name: string) => readFileSync(join(tested.folder, "plain", name));
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;

  test.each([
    ["../plain/database.db", "../plain/vectors.db"],
    ["../ranged/database.db", "../ranged/vectors.db"],
    ["../ranged/database.db", "../plain/table-vectors.db"],
  ])("fetchSimilarImages on %s and %s", async (database, vectors) => {
    const found = await similar(database, vectors, "sea/1.jpg");
    expect(found.map(({ path }) => path).slice(0, 3)).toEqual(NEAREST_TO_SEA_1);
    expect(found).toHaveLength(5);
    expect(found[2]?.similarity).toBeCloseTo(1 - 10600 / Math.sqrt(10100 * 13600), 6);
    expect(found[0]).toEqual({
      path: "sea/twin.jpg",
      filename: "twin.jpg",
      tags: ["sea", "fixture"],
      exif: { iso: 100, camera_make: "Nikon", camera_model: "D90" },
      geocode: { city: "Lisbon" },
      similarity: expect.closeTo(0, 6),
    });
    expect(await similar(database, vectors, "not/here.jpg")).toEqual([]);
  });

  test("another program's database, whose photos have a path, in WAL mode", async () => {
    const files = ["../ranged/foreign.db", "../ranged/foreign-vectors.db"] as const;
    const found = await similar(...files, "sea/1.jpg");
    expect(found.map(({ path }) => path).slice(0, 3)).toEqual(NEAREST_TO_SEA_1);
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({ filename: "twin.jpg", tags: [], exif: {}, geocode: null });
  });

  test("both databases are one connection; one file alone is enough", async () => {
    const [joined, alone] = await tested.page.evaluate(async () => {
      const database = "../ranged/database.db";
      const { main } = await akin.openDatabases({ database, vectors: "../ranged/vectors.db" });
      const single = await akin.openDatabases({ database: "../plain/vectors.db" });
      const sql = `SELECT i.path FROM image_vectors v JOIN images i ON i.id = v.rowid
        WHERE v.embedding MATCH (SELECT embedding FROM image_vectors WHERE rowid = ?) AND k = 2`;
      const [first] = await main.select("SELECT id FROM images WHERE path = 'city/2.jpg'");
      return [
        await main.select(sql, [first?.id ?? null]),
        await single.vectors.select("SELECT count(*) AS n FROM image_vectors"),
      ] as const;
    });
    expect(joined.map(({ path }) => path).sort()).toEqual(["city/2.jpg", "city/a b#1 ä.jpg"]);
    expect(alone).toEqual([{ n: FIXTURE_PHOTOS.length }]);
  });

  test("a pair of two builds is refused, and one that was not finished", async () => {
    expect(await failureOf("../ranged/database.db", "../ranged/other-vectors.db")).toMatch(
      /^MISMATCH: .*their build ids are a and b/,
    );
    expect(await failureOf("../ranged/database.db", "../ranged/foreign-vectors.db")).toMatch(
      /^MISMATCH: .*are a and missing/,
    );
  });

  test("of a large file only what is read is fetched, and a scan is right", async () => {
    const { one, requests, sum } = await tested.page.evaluate(async () => {
      const { main } = await akin.openDatabases({ database: "../ranged/large.db" });
      const sql = "SELECT path FROM images WHERE id = ?";
      const one = [await main.select(sql, [3999]), await main.select(sql, [17])];
      const requests = performance.getEntriesByName(
        new URL("../ranged/large.db", location.href).href,
      );
      const sum = await main.select(
        "SELECT count(*) AS n, sum(id) AS ids, sum(length(filler)) AS bytes FROM images",
      );
      return { one, requests: requests.length, sum };
    });
    expect(one).toEqual([[{ path: "3999.jpg" }], [{ path: "17.jpg" }]]);
    expect(requests).toBeLessThan(8);
    const ids = (LARGE_ROWS * (LARGE_ROWS + 1)) / 2;
    expect(sum).toEqual([{ n: LARGE_ROWS, ids, bytes: LARGE_ROWS * 1000 }]);
    const all = tested.page.requested.filter((path) => path.endsWith("large.db"));
    // 4 MB in pieces of 64 KB.
    expect(all.length).toBeLessThan(20);
  });

  test("a large table of sqlite-vec's is fetched while a statement searches it", async () => {
    const [ranged, whole] = await tested.page.evaluate(async () => {
      const nearest = async (database: string) => {
        const { vectors } = await akin.openDatabases({ database });
        return vectors.select(
          `SELECT rowid, distance FROM image_vectors
           WHERE embedding MATCH (SELECT embedding FROM image_vectors WHERE rowid = ?) AND k = 5`,
          [1234],
        );
      };
      return [
        await nearest("../ranged/large-vectors.db"),
        await nearest("../plain/large-vectors.db"),
      ];
    });
    expect(ranged[0]).toEqual({ rowid: 1234, distance: 0 });
    expect(ranged).toHaveLength(5);
    expect(ranged).toEqual(whole);
  });

  test.each<[string, Answer]>([
    [
      "says that it gzips",
      (_, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(bytesOf("large.db")));
      },
    ],
    ["has only a .gz", (_, response) => response.end(gzipSync(bytesOf("large.db")))],
    [
      "answers ranges without saying which",
      (request, response) => {
        if (request.headers.range === undefined) response.end(bytesOf("large.db"));
        else response.writeHead(206).end(bytesOf("large.db").subarray(0, 65536));
      },
    ],
    [
      "gzips what it cuts",
      (request, response) => {
        const bytes = bytesOf("large.db");
        if (request.headers.range === undefined) {
          response.end(bytes);
          return;
        }
        const part = gzipSync(bytes).subarray(0, 65536);
        const range = `bytes 0-${part.length - 1}/${bytes.length}`;
        response.writeHead(206, { "Content-Range": range }).end(part);
      },
    ],
  ])("a host that %s: the file is loaded whole", async (_, answer) => {
    tested.server.override("/plain/large.db", answer);
    const rows = await tested.page.evaluate(async () => {
      const progress: number[] = [];
      const { main } = await akin.openDatabases(
        { database: "../plain/large.db" },
        { onProgress: ({ loadedBytes, totalBytes }) => progress.push(loadedBytes / totalBytes) },
      );
      if (progress.some((part) => part > 1)) throw new Error(String(progress));
      return main.select("SELECT sum(length(filler)) AS bytes FROM images");
    });
    expect(rows).toEqual([{ bytes: LARGE_ROWS * 1000 }]);
  });

  test("what is no database, not all of it, or not there, is told", async () => {
    tested.expectConsole(/404/);
    const answers: [Answer, RegExp][] = [
      [(_, response) => response.end("<!doctype html><p>404"), /^NOT_FOUND: .*is a web page/],
      [(_, response) => response.end("something else"), /^DAMAGED: .*is not a SQLite database/],
      [
        (_, response) => response.end(bytesOf("large.db").subarray(0, 300_000)),
        /^DAMAGED: .*is cut off: it has 300000 bytes, its header says 4/,
      ],
      [
        (request, response) =>
          sendRange(bytesOf("large.db").subarray(0, 300_000), '"1"', request, response),
        /^DAMAGED: .*is cut off: it has 300000 bytes/,
      ],
      [(_, response) => response.writeHead(404).end(), /^NOT_FOUND: .*is not there/],
    ];
    for (const [answer, message] of answers) {
      tested.server.override("/plain/large.db", answer);
      expect(await failureOf("../plain/large.db")).toMatch(message);
    }
  });

  test("a file that is replaced while it is read is told, never mixed", async () => {
    let etag = '"1"';
    tested.server.override("/plain/large.db", (request, response) =>
      sendRange(bytesOf("large.db"), etag, request, response),
    );
    await tested.page.evaluate(async () => {
      const opened = await akin.openDatabases({ database: "../plain/large.db" });
      Object.assign(window, { opened });
    });
    etag = '"2"';
    const failure = await tested.page.evaluate(async () => {
      const { opened } = window as unknown as {
        opened: Awaited<ReturnType<PageApi["openDatabases"]>>;
      };
      return akin.failure(opened.main.select("SELECT path FROM images WHERE id = 3000"));
    });
    expect(failure).toMatch(/^CHANGED: .*large\.db was replaced while it was being read/);
  });

  test("a range that is not what was asked for is told", async () => {
    let isRight = true;
    tested.server.override("/plain/large.db", (request, response) => {
      if (isRight) sendRange(bytesOf("large.db"), '"1"', request, response);
      else {
        const range = `bytes 0-99/${bytesOf("large.db").length}`;
        response.writeHead(206, { "Content-Range": range, ETag: '"1"' }).end(Buffer.alloc(100));
      }
    });
    await tested.page.evaluate(async () => {
      const opened = await akin.openDatabases({ database: "../plain/large.db" });
      Object.assign(window, { opened });
    });
    isRight = false;
    const failure = await tested.page.evaluate(async () => {
      const { opened } = window as unknown as {
        opened: Awaited<ReturnType<PageApi["openDatabases"]>>;
      };
      return akin.failure(opened.main.select("SELECT path FROM images WHERE id = 3000"));
    });
    expect(failure).toMatch(/^DAMAGED: .*asked for bytes .*supports HTTP ranges/);
  });

  test("close ends it; an abort before it is open too", async () => {
    const answers = await tested.page.evaluate(async () => {
      const opened = await akin.openDatabases({ database: "../plain/database.db" });
      opened.close();
      const controller = new AbortController();
      const opening = akin.openDatabases(
        { database: "../plain/database.db" },
        { signal: controller.signal },
      );
      controller.abort();
      return [await akin.failure(opened.main.select("SELECT 1")), await akin.failure(opening)];
    });
    expect(answers).toEqual([
      expect.stringMatching(/^CLOSED/),
      expect.stringMatching(/^AbortError/),
    ]);
  });

  test("useDatabase takes files, too", async () => {
    await tested.page.evaluate(() =>
      akin.showDatabase({ database: "../ranged/database.db", vectors: "../plain/vectors.db" }),
    );
    await tested.page.getByText("open 100").waitFor();
    await tested.page.evaluate(() =>
      akin.showDatabase({
        database: "../ranged/database.db",
        vectors: "../plain/other-vectors.db",
      }),
    );
    await tested.page.getByText("MISMATCH").waitFor();
    const files = tested.page.requested.filter((path) => path.endsWith("/plain/vectors.db"));
    expect(files.length).toBeLessThan(3);
  });
});

/** By the float32 vectors; two more are at right angles to it, which ones of five is up to vec0. */
const NEAREST_TO_SEA_1 = ["sea/twin.jpg", "sea/2.jpg", "sea/3.jpg"];
