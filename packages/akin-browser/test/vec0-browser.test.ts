import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sourcesForOutputs } from "./harness/build-page.js";
import { findBrowser, noBrowser } from "./harness/find-browser.js";
import { serve, type TestServer } from "./harness/serve.js";
import { type Answer, nativeAnswer } from "./vec0/answers.js";
import { casesToJson } from "./vec0/case-json.js";
import { difference } from "./vec0/difference.js";
import { NativeDatabase } from "./vec0/native-database.js";
import { Random } from "./vec0/random.js";
import { randomQuery } from "./vec0/random-query.js";
import { makeRandomTable } from "./vec0/random-table.js";

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const HTML = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>`;

describe.skipIf(noBrowser)("vec0 in a browser", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "akin-vec0-page-"));
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serve(folder);
    browser = await chromium.launch({ executablePath: findBrowser(), args: FLAGS.split(" ") });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Bundles a module as an application would, and opens its page. */
  async function openPage(name: string, code: string, files: Record<string, string>) {
    const source = join(folder, `${name}-source`);
    mkdirSync(source);
    writeFileSync(join(source, "index.html"), HTML);
    writeFileSync(join(source, "main.js"), code);
    await build({
      configFile: false,
      root: source,
      base: "./",
      logLevel: "error",
      plugins: [sourcesForOutputs()],
      resolve: {
        alias: {
          "akin-browser/vec0": path("../src/vec0/index.ts"),
          "@sqlite.org/sqlite-wasm": createRequire(import.meta.url)
            .resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm")
            .replace("sqlite3.wasm", "index.mjs"),
        },
      },
      build: { outDir: join(folder, name), target: "esnext" },
    });
    for (const [file, from] of Object.entries(files)) copyFileSync(from, join(folder, name, file));
    const page = await browser.newPage();
    const output: string[] = [];
    page.on("console", (message) => output.push(message.text()));
    page.on("pageerror", (error) => output.push(error.message));
    await page.goto(`${server.url}${name}/index.html`);
    return { page, output };
  }

  test("answers as native sqlite-vec", async () => {
    const random = new Random(77);
    const native = new NativeDatabase("browser");
    try {
      native.db.exec("CREATE TABLE label(word)");
      const tables = random.list(8, (i) => makeRandomTable(native.db, random, `t${i}`));
      const cases = tables.flatMap((table) => random.list(40, () => randomQuery(random, table)));
      const json = join(folder, "cases.json");
      writeFileSync(json, casesToJson(cases));
      const code = `import { answerCases } from ${JSON.stringify(path("vec0/page.ts"))};
        globalThis.answers = await answerCases();`;
      const { page, output } = await openPage("corpus", code, {
        "corpus.db": native.file,
        "cases.json": json,
      });
      await page.waitForFunction(() => "answers" in globalThis);
      const answers: Answer[] = await page.evaluate(() => Reflect.get(globalThis, "answers"));
      expect(answers).toHaveLength(cases.length);
      for (const [i, each] of cases.entries()) {
        const found = answers[i] ?? { error: "no answer" };
        expect(difference(nativeAnswer(native.db, each), found), each.sql).toBeNull();
      }
      expect(output).toEqual([]);
    } finally {
      native.close();
    }
  });

  test("the example of docs/vec0.md", async () => {
    const native = new NativeDatabase("example");
    try {
      native.db.exec(`
        CREATE VIRTUAL TABLE photos USING vec0(embedding float[4] distance_metric=cosine, year integer);
        INSERT INTO photos(rowid, embedding, year) VALUES
          (1, '[0, 1, 0, 0]', 2019), (2, '[0, 1, 0, 1]', 2020), (3, '[1, 0, 0, 0]', 2021), (4, '[0.1, 0.9, 0, 0.2]', 2022);
      `);
      const example = /```js\n(.*?)```/s.exec(readFileSync(path("../docs/vec0.md"), "utf8"))?.[1];
      const code = `${example}\nglobalThis.nearest = nearest;`;
      const { page } = await openPage("example", code, { "photos.db": native.file });
      await page.waitForFunction(() => "nearest" in globalThis);
      const nearest = await page.evaluate(() => Reflect.get(globalThis, "nearest"));
      expect(nearest.map(({ rowid }: { rowid: number }) => rowid)).toEqual([4, 2, 3]);
      expect(nearest[0].distance).toBeCloseTo(0, 6);
    } finally {
      native.close();
    }
  });
});
