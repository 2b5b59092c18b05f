import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import type { Gallery } from "../src/index.js";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { writeFixtureSite } from "./harness/fixture-site.js";
import { manyPhotos } from "./harness/many-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

const PHOTOS = 8192;
const photos = manyPhotos(PHOTOS, 16);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const MISBEHAVIOURS: [string, Answer, RegExp][] = [
  ["is missing", (_, response) => response.writeHead(404).end(), /^NOT_FOUND: .*is not there/],
  [
    "is answered with a page",
    (_, response) => {
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><p>Not here");
    },
    /^NOT_FOUND: .*is a web page/,
  ],
  [
    "is another file",
    (_, response) => response.end(gzipSync("another file")),
    /^DAMAGED: .*not what its name says/,
  ],
  [
    "is cut off",
    (_, response) => response.end(gzipSync(Buffer.alloc(70_000, "x")).subarray(0, 60)),
    /^DAMAGED: .*not what its name says/,
  ],
  [
    "breaks off",
    (_, response) => {
      response.writeHead(200, { "Content-Length": 9999 });
      response.write("x", () => response.destroy());
    },
    /^NETWORK: .*could not be fetched/,
  ],
  ["is refused", (_, response) => response.writeHead(503).end(), /^NETWORK: .*status 503/],
];

describeInBrowser("a misbehaving host", (tested) => {
  let site: Awaited<ReturnType<typeof writeFixtureSite>>;
  beforeAll(async () => {
    site = await writeFixtureSite(join(tested.folder, "large"), { photos, dimensions: 16 });
  });

  const open = (site: string) =>
    tested.page.evaluate(async (url) => {
      Object.assign(window, { gallery: await akin.openGallery(url) });
    }, site);
  const ask = (question: keyof typeof QUESTIONS) =>
    tested.page.evaluate(
      ([source]) => {
        const { gallery } = window as unknown as { gallery: Gallery };
        const answer: (gallery: Gallery) => Promise<unknown> = new Function(`return ${source}`)();
        return akin.failure(answer(gallery));
      },
      [QUESTIONS[question].toString()],
    );
  /** The files of a folder of the large site. */
  const filesOf = (folder: string) => readdirSync(join(tested.folder, "large/data", folder));
  const overrideAll = (folder: string, answer: Answer) => {
    for (const name of filesOf(folder))
      tested.server.override(`/large/data/${folder}/${name}`, answer);
  };

  test.each(MISBEHAVIOURS)(
    "a piece of a small database %s: told; then asked again",
    async (_, answer, message) => {
      tested.expectConsole(/404|503|ERR_/);
      await open("../good/");
      const folder = join(tested.folder, "good/data/database");
      for (const name of readdirSync(folder)) {
        if (!tested.manifest.database.index.includes(name)) {
          tested.server.override(`/good/data/database/${name}`, answer);
        }
      }
      expect(await ask("word")).toMatch(message);
      tested.server.restore();
      expect(await ask("word")).toBe("no failure: 0");
    },
  );

  test.each(MISBEHAVIOURS)(
    "a piece that a statement needs %s: told; then asked again",
    async (_, answer, message) => {
      tested.expectConsole(/404|503|ERR_/);
      await open("../large/");
      expect(await ask("start")).toBe('no failure: [{"one":1}]');
      overrideAll("database", answer);
      expect(await ask("word")).toMatch(message);
      tested.server.restore();
      expect(await ask("word")).toBe(`no failure: ${PHOTOS / 8}`);
    },
  );

  test.each(MISBEHAVIOURS)(
    "a piece of the vectors %s: told; then asked again",
    async (_, answer, message) => {
      tested.expectConsole(/404|503|ERR_/);
      await open("../large/");
      overrideAll("vectors", answer);
      expect(await ask("near")).toMatch(message);
      tested.server.restore();
      expect(await ask("near")).toMatch(/^no failure: 5/);
    },
  );

  test.each(MISBEHAVIOURS)("a card %s: told; then asked again", async (_, answer, message) => {
    tested.expectConsole(/404|503|ERR_/);
    await open("../large/");
    overrideAll("cards", answer);
    expect(await ask("card")).toMatch(message);
    tested.server.restore();
    expect(await ask("card")).toMatch(/^no failure/);
  });

  test("a damaged copy in the browser's cache is fetched again", async () => {
    await open("../large/");
    let requests = 0;
    overrideAll("cards", (_, response) => {
      requests++;
      response.writeHead(200, { "Cache-Control": "max-age=31536000, immutable" }).end("damaged");
    });
    expect(await ask("card")).toMatch(/^DAMAGED/);
    expect(requests).toBe(2);
    tested.server.restore();
    expect(await ask("card")).toMatch(/^no failure/);
  });

  test.each(["word", "near", "card", "block"] as const)(
    "the gallery is published anew while the page is open: %s says so, once its files are gone",
    async (question) => {
      tested.expectConsole(/404/);
      await open("../large/");
      expect(await ask("start")).toBe('no failure: [{"one":1}]');
      tested.server.override("/large/data/manifest.json", (_, response) => {
        response.end(JSON.stringify({ ...site, buildId: "build-b" }));
      });
      // As long as the files are there, the page goes on.
      expect(await ask("newest")).toMatch(/^no failure/);
      const missing: Answer = (_, response) => response.writeHead(404).end();
      for (const folder of ["database", "vectors", "cards", "grid"]) overrideAll(folder, missing);
      expect(await ask(question)).toMatch(/^CHANGED: .*published anew.*Reload the page/);
      // What was read before is answered still.
      expect(await ask("newest")).toMatch(/^no failure/);
    },
  );

  test("offline is told, and over when the network is back", async () => {
    tested.expectConsole(/ERR_INTERNET_DISCONNECTED/);
    await open("../large/");
    expect(await ask("start")).toBe('no failure: [{"one":1}]');
    await tested.page.context().setOffline(true);
    for (const question of ["word", "near", "card", "block"] as const) {
      expect(await ask(question)).toMatch(/^NETWORK: .*Check the connection/);
    }
    await tested.page.context().setOffline(false);
    expect(await ask("word")).toBe(`no failure: ${PHOTOS / 8}`);
    expect(await ask("card")).toMatch(/^no failure/);
  });

  test("a host that says nothing is not waited for without end", async () => {
    await open("../large/");
    overrideAll("cards", () => {});
    await tested.page.clock.install();
    const answer = ask("card");
    for (let minute = 0; minute < 2; minute++) {
      await tested.page.clock.runFor(31_000);
      await tested.page.clock.runFor(1000);
    }
    expect(await answer).toMatch(/^NETWORK: .*silent for 30 seconds/);
  });
});

/** What the page asks of the gallery; written out in the page, thus without anything from here. */
const QUESTIONS = {
  start: (gallery: Gallery) => gallery.sql("main", "SELECT 1 AS one"),
  word: (gallery: Gallery) => gallery.count({ text: "bridge" }),
  near: async (gallery: Gallery) => {
    const vector = Float32Array.from(
      { length: gallery.manifest.vectors?.dimensions ?? 0 },
      () => 1,
    );
    return (await gallery.search({ vector, limit: 5 })).length;
  },
  newest: (gallery: Gallery) => gallery.search({ limit: 3 }),
  card: (gallery: Gallery) => gallery.photo("bridge/far/bridge 2.jpg"),
  block: (gallery: Gallery) => gallery.block(gallery.manifest.timeline[0]?.blocks[0]?.name ?? ""),
};
