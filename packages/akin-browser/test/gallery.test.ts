import { expect, test } from "vitest";
import { INSECURE_HOST } from "./harness/browser-test.js";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("openGallery", (tested) => {
  const failureOfOpening = (site: string) =>
    tested.page.evaluate((url) => akin.failure(akin.openGallery(url)), site);

  test.each(["../good", "../good/", "../good/index.html?photo=1#top", "../encoded/"])(
    "reads manifest, block and cards of %s",
    async (site) => {
      const found = await tested.page.evaluate(async (url) => {
        const gallery = await akin.openGallery(url);
        const { manifest } = gallery;
        const names = manifest.timeline.flatMap(({ blocks }) => blocks.map(({ name }) => name));
        const blocks = await Promise.all(names.map((name) => gallery.block(name)));
        const ids = blocks.flatMap((block) => block.ids);
        const cards = await Promise.all(ids.map((id) => gallery.photo(id)));
        return { url: gallery.url, title: manifest.title, paths: cards.map((card) => card?.path) };
      }, site);
      expect(found.title).toBe("Fixture");
      expect(found.url).toBe(tested.server.url + (site.includes("good") ? "good/" : "encoded/"));
      expect(found.paths).toEqual(FIXTURE_PHOTOS.map(({ path }) => path));
    },
  );

  test("finds photos by path, those of later attempts too, and nothing else", async () => {
    const find = (path: string) =>
      tested.page.evaluate(
        async (path) => (await (await akin.openGallery("../good/")).photo(path))?.id,
        path,
      );
    for (const { id, path } of FIXTURE_PHOTOS.filter(({ path }) => path !== "occupant.jpg")) {
      expect(await find(path)).toBe(id);
    }
    expect(await find("sea/none.jpg")).toBeUndefined();
    const strange = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      return Promise.all([0, -1, 1.5, Number.NaN, 2 ** 53, 5].map((id) => gallery.photo(id)));
    });
    expect(strange).toEqual([null, null, null, null, null, null]);
  });

  test("names both format versions of a future gallery", async () => {
    expect(await failureOfOpening("../future/")).toMatch(/^FORMAT: .*format 2;.*format 1\. Update/);
  });

  test("tells a missing manifest, a page in its place, and wrong JSON", async () => {
    tested.expectConsole(/404/);
    expect(await failureOfOpening("../nowhere/")).toMatch(
      /^NOT_FOUND: .*manifest\.json is not there/,
    );
    const ownFolder = await tested.page.evaluate(() => akin.failure(akin.openGallery()));
    expect(ownFolder).toContain("/page/data/manifest.json is not there");
    const answers: [string, RegExp][] = [
      ["<!doctype html><p>Not here", /^NOT_FOUND: .*is a web page/],
      ['{"format": 1, "buildId"', /^DAMAGED: .*not JSON/],
      ["[]", /^DAMAGED: .*not the manifest/],
      ['{"format": 1}', /^DAMAGED: .*incomplete/],
    ];
    for (const [body, message] of answers) {
      tested.server.override("/good/data/manifest.json", (_, response) => {
        response.end(body);
      });
      expect(await failureOfOpening("../good/")).toMatch(message);
    }
  });

  test("retries once when the connection breaks or the host fails", async () => {
    tested.expectConsole(/ERR_|503/);
    let requests = 0;
    tested.server.override("/good/data/manifest.json", (_, response) => {
      requests++;
      if (requests === 1) {
        response.writeHead(200, { "Content-Length": 999 });
        response.write("{", () => response.destroy());
      } else response.writeHead(503).end();
    });
    expect(await failureOfOpening("../good/")).toMatch(/^NETWORK: .*503/);
    expect(requests).toBe(2);
    tested.server.restore();
  });

  test("a cut-off shard is damaged; the next request asks again", async () => {
    const found = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      return gallery.manifest.cards.index[0] ?? "";
    });
    expect(found).toMatch(/^[0-9a-f]{20}$/);
    tested.server.override(`/cards/${found}`, (_, response) => {
      response.end(Buffer.from("1f8b0800000000000003ab5632", "hex"));
    });
    await tested.page.evaluate(async () => {
      Object.assign(window, { gallery: await akin.openGallery("../good/") });
    });
    const photo = () =>
      tested.page.evaluate(() => {
        const { gallery } = window as unknown as {
          gallery: Awaited<ReturnType<PageApi["openGallery"]>>;
        };
        return akin.failure(gallery.photo("sea/1.jpg").then((card) => card?.path));
      });
    expect(await photo()).toMatch(/^DAMAGED: .*cut off or damaged/);
    tested.server.restore();
    expect(await photo()).toBe('no failure: "sea/1.jpg"');
  });

  test("shares requests; an abort ends its own caller's waiting only; close ends all", async () => {
    const answers = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const controller = new AbortController();
      const aborted = gallery.photo("sea/1.jpg", { signal: controller.signal });
      const kept = gallery.photo("sea/1.jpg");
      controller.abort();
      const answers = [await akin.failure(aborted), (await kept)?.path];
      gallery.close();
      return [...answers, await akin.failure(gallery.photo("sea/1.jpg"))];
    });
    expect(answers[0]).toMatch(/^AbortError/);
    expect(answers[1]).toBe("sea/1.jpg");
    expect(answers[2]).toMatch(/^CLOSED/);
    const cards = tested.page.requested.filter((path) => path.includes("/cards/"));
    expect(new Set(cards).size).toBe(cards.length);
  });

  test("on a page that is not encrypted, where browsers keep crypto.subtle back", async () => {
    await tested.page.goto(
      tested.server.url.replace("127.0.0.1", INSECURE_HOST).concat("page/index.html"),
    );
    const found = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const similar = await gallery.similar("sea/1.jpg", { where: { folder: "sea" }, limit: 1 });
      return { isSecure: isSecureContext, similar: similar.map(({ path }) => path) };
    });
    expect(found).toEqual({ isSecure: false, similar: ["sea/twin.jpg"] });
    tested.server.override(`/cards/${tested.manifest.cards.index[0]}`, (_, response) => {
      response.end("damaged");
    });
    const failure = await tested.page.evaluate(async () =>
      akin.failure((await akin.openGallery("../good/")).photo("sea/1.jpg")),
    );
    expect(failure).toMatch(/^DAMAGED: .*not what its name says/);
  });

  test("prefetch fetches cards ahead, but not for visitors who save data", async () => {
    const ids = FIXTURE_PHOTOS.map(({ id }) => id);
    const shards = () => tested.page.requested.filter((path) => path.includes("/cards/")).length;
    await tested.page.evaluate(async (ids) => {
      Object.defineProperty(navigator, "connection", {
        value: { saveData: true },
        configurable: true,
      });
      (await akin.openGallery("../good/")).prefetch(ids);
    }, ids);
    expect(shards()).toBe(0);
    const fetchedAhead = await tested.page.evaluate(async (ids) => {
      Object.defineProperty(navigator, "connection", { value: {}, configurable: true });
      const gallery = await akin.openGallery("../good/");
      return (await gallery.prefetch(ids)[0])?.path;
    }, ids);
    expect(fetchedAhead).toBe(FIXTURE_PHOTOS[0]?.path);
    await expect.poll(shards).toBeGreaterThan(2);
  });
});
