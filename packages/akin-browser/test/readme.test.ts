import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { photoId } from "../src/format/index.js";
import { buildExamples } from "./harness/build-page.js";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import { writeFixtureSite } from "./harness/fixture-site.js";
import { writePlainFiles } from "./harness/plain-files.js";

const README = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
const EXAMPLES = [...README.matchAll(/^```(tsx?)\n(.*?)^```$/gms)].map(
  ([, extension = "", code = ""], index) => ({ name: `example-${index}.${extension}`, code }),
);

/** What each example should print, once its paths are those of the README. */
const PRINTED: RegExp[][] = [
  [/^2024\/harbour\.jpg 0 .*-320\.jpg 320w/, /^2024\/dunes\.jpg/, /^2024\/sea\/3\.jpg/],
  [
    /^vectors: 0 of 56$/,
    /^vectors: 56 of 56$/,
    /^\[\["2024\/harbour\.jpg",0/,
    /"path":"2024\/dunes\.jpg"/,
    /^\["2024\/dunes\.jpg"\]$/,
    /^3 \[\{"value":"Nikon D5","photos":3\}\]$/,
  ],
  [
    /^\[\{"kind":"word","value":"beach","photos":1,"start":0\}\]$/,
    /^harbour$/,
    /^\[\{"without":"text","photos":1\},\{"without":"year","photos":1\}\]$/,
  ],
  [
    /^\[\{"path":"2024\/(beach|harbour)\.jpg","distance":0/,
    /^\[\{"photos":7\}\]$/,
    /^\[\{"path":"2024\/harbour\.jpg","filename":"harbour\.jpg","tags":\["2024","fixture"\]/,
  ],
  [/^[01]/, /^\[\{"path":"sea\/twin\.jpg"/],
  [],
];

const PATHS: Record<string, string> = {
  "sea/1.jpg": "2024/beach.jpg",
  "sea/twin.jpg": "2024/harbour.jpg",
  "sea/2.jpg": "2024/dunes.jpg",
  "city/2.jpg": "2023/street.jpg",
};

describeInBrowser("README", (tested) => {
  beforeAll(async () => {
    const renamed = (path: string) => PATHS[path] ?? `2024/${path}`;
    const photos = FIXTURE_PHOTOS.filter(({ id, path }) => photoId(path) === id).map((photo) => ({
      ...photo,
      path: renamed(photo.path),
      id: photoId(renamed(photo.path)),
      similar: photo.similar.map(renamed),
    }));
    await writeFixtureSite(join(tested.folder, "photos"), { photos });
    writePlainFiles(join(tested.folder, "files"));
    const sources = join(tested.folder, "example-sources");
    mkdirSync(sources);
    for (const { name, code } of EXAMPLES) {
      writeFileSync(join(sources, name), code);
      writeFileSync(
        join(sources, `${name}.html`),
        `<link rel="icon" href="data:,"><div id="root"></div><script type="module" src="./${name}"></script>`,
      );
    }
    await buildExamples(
      sources,
      EXAMPLES.map(({ name }) => `${name}.html`),
      join(tested.folder, "examples"),
    );
  }, 60_000);

  test("has an expectation for each example", () => {
    expect(EXAMPLES).toHaveLength(PRINTED.length);
  });

  test.each(EXAMPLES)("$name does what it says", async ({ name }) => {
    const printed: string[] = [];
    tested.expectConsole(/^log: /);
    tested.page.on("console", async (message) => {
      const values = await Promise.all(message.args().map((value) => value.jsonValue()));
      printed.push(
        values
          .map((value) => (typeof value === "object" ? JSON.stringify(value) : value))
          .join(" "),
      );
    });
    await tested.page.goto(`${tested.server.url}examples/${name}.html`);
    if (name.endsWith(".tsx")) {
      await tested.page.getByRole("link").first().click();
      await tested.page.getByText("3 alike").waitFor();
      await tested.page.getByText("SQLite is there").waitFor();
      expect(printed).toContain("2024/harbour.jpg");
      return;
    }
    const expected = PRINTED[EXAMPLES.findIndex((example) => example.name === name)] ?? [];
    await expect
      .poll(() => expected.filter((line) => !printed.some((text) => line.test(text))))
      .toEqual([]);
  });
});
