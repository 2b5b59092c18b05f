import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import type { SmallPhoto } from "./support/draw-album.js";
import { jpegSegments, pngChunks } from "./support/image-parts.js";
import { publishedBytes, searchableDatabase } from "./support/published-bytes.js";
import { runAkin } from "./support/run-akin.js";
import { secretPhoto, secretSidecar, TOLD } from "./support/secret-photo.js";
import { Secrets } from "./support/secrets.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/** Photos that stay in the gallery, and how each of the others leaves it, or never gets in. */
const STAYS = ["first", "second"];
const LEAVES = ["removed", "later private", "later ignored"];
const NEVER = ["excluded", "private", "rejected"];

const KINDS: SmallPhoto["kind"][] = ["sea", "wood", "town", "rose"];

/** An album on a machine whose folders and people have marks too. */
async function secretAlbum(): Promise<{
  secrets: Secrets;
  folder: string;
  album: string;
  pathOf: (name: string) => string;
  run: (...more: string[]) => ReturnType<typeof runAkin>;
}> {
  const secrets = new Secrets();
  const folder = join(temporaryFolder(), secrets.word("machine's folder"));
  const album = join(folder, "album");
  const pathOf = (name: string) =>
    `${secrets.word(`${name} folder`)}/${secrets.word(`${name} file`)}.jpg`;
  for (const [index, name] of [...STAYS, ...LEAVES, ...NEVER].entries()) {
    const picture = { kind: KINDS[index % 4] ?? "sea", variant: index };
    const keyword = name === "private" ? "Private" : "holiday";
    const rating = name === "rejected" ? -1 : 3;
    const place = { latitude: 47.1234567 + index / 7, longitude: 8.7654321 + index / 3 };
    const file = join(album, pathOf(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await secretPhoto(secrets, name, picture, { ...place, keyword, rating }));
  }
  writeFileSync(join(album, `${secrets.word("broken file")}.jpg`), secrets.word("broken content"));
  const env = Object.fromEntries(
    ["USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"].map((name) => [
      name,
      secrets.word(`machine's ${name}`),
    ]),
  );
  const always = ["--model", "builtin", "--exclude", `${secrets.word("excluded folder")}/**`];
  const run = (...more: string[]) =>
    runAkin(
      [
        "build",
        album,
        "--out",
        join(folder, "gallery"),
        "--private-below",
        "0",
        ...always,
        ...more,
      ],
      { env },
    );
  // Share pages, which need an address.
  writeFileSync(join(album, "gallery.config.json"), '{"url": "https://example.org/"}');
  return { secrets, folder, album, pathOf, run };
}

function foundIn(contents: ReadonlyMap<string, Buffer>, secrets: Secrets): Set<string> {
  return new Set([...contents.values()].flatMap((bytes) => secrets.foundIn(bytes)));
}

function filesOf(folder: string, end: string): Buffer[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(end)).map((path) => readFileSync(join(folder, path)));
}

/** Tables, frame and scan are all that a web size has: not even the head of JFIF, and nothing behind the end. */
function expectBareImages(site: string): void {
  const images = filesOf(join(site, "images"), ".jpg");
  expect(images).toHaveLength(4);
  for (const image of images) {
    const segments = jpegSegments(image);
    const kinds = new Set(segments.map(({ marker }) => marker));
    expect([...kinds].sort()).toEqual(["c0", "c4", "d8", "d9", "da", "db"]);
    expect(segments.at(-1)).toEqual({ marker: "d9", length: 0 });
  }
  for (const icon of filesOf(join(site, "assets"), ".png")) {
    expect(pngChunks(icon).filter((type) => !/IHDR|PLTE|tRNS|pHYs|IDAT|IEND/.test(type))).toEqual(
      [],
    );
  }
}

function expectNoFreePages(site: string): void {
  const file = join(temporaryFolder(), "searchable.db");
  writeFileSync(file, searchableDatabase(site));
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare("PRAGMA freelist_count").get()).toEqual({ freelist_count: 0 });
  database.close();
}

test("no published byte tells what is kept back, also of photos that were in the gallery before", async () => {
  const { secrets, folder, album, pathOf, run } = await secretAlbum();
  const [gallery, site] = [join(folder, "gallery"), join(folder, "gallery/site")];

  // First as open as can be, so that all of it is there to linger.
  const open = await run("--gps", "keep", "--originals", "copy", "--publish", "people");
  expect(open.exitCode, open.stderr).toBe(0);
  const before = foundIn(publishedBytes(site), secrets);
  const toldBefore = [...STAYS, ...LEAVES].flatMap((name) => [
    `${name} body serial`,
    `${name} maker note`,
    `${name} coordinates`,
    `${name} file`,
  ]);
  expect([...before]).toEqual(expect.arrayContaining(toldBefore));
  const neverTold = [...NEVER, "broken", "machine's"];
  expect([...before].filter((mark) => neverTold.some((name) => mark.startsWith(name)))).toEqual([]);

  rmSync(join(album, pathOf("removed")));
  const sidecar = secretSidecar(secrets, "later private", "private");
  writeFileSync(join(album, `${pathOf("later private")}.xmp`), sidecar);
  writeFileSync(join(album, ".akinignore"), `${secrets.word("later ignored folder")}/\n`);
  const closed = await run();
  expect(closed.exitCode, closed.stderr).toBe(0);

  const contents = publishedBytes(site);
  const told = STAYS.flatMap((name) =>
    [...TOLD, "file", "folder"].map((field) => `${name} ${field}`),
  );
  expect([...foundIn(contents, secrets)].sort()).toEqual(told.sort());
  if (hostname().length > 5) {
    for (const bytes of contents.values()) expect(bytes.includes(hostname())).toBe(false);
  }

  expectBareImages(site);
  expectNoFreePages(site);

  // The databases, free pages included; of private photos they remember the paths alone.
  const databases = new Map(
    ["database.db", "vectors.db"].map((file) => [file, readFileSync(join(gallery, file))]),
  );
  const remembered = ["later private", "later ignored", "private", "rejected", "broken"];
  const kept = [...foundIn(databases, secrets)].filter(
    (mark) => !STAYS.some((name) => mark.startsWith(name)) && !mark.startsWith("machine's"),
  );
  const paths = remembered.flatMap((name) => [`${name} file`, `${name} folder`]);
  expect(kept.filter((mark) => !paths.includes(mark))).toEqual([]);
  const exact = STAYS.map((name) => `${name} coordinates`);
  expect([...foundIn(databases, secrets)].filter((mark) => exact.includes(mark))).toEqual([]);
});

test("--gps strip leaves no place, and originals are told of plainly", async () => {
  const { secrets, folder, run } = await secretAlbum();
  const stripped = await run("--gps", "strip", "--json");
  const report = JSON.parse(stripped.stdout);
  expect(report.public).toMatchObject({
    photos: 5,
    private: { keyword: 1, rating: 1, ignored: 0 },
    fields: { title: 5, tags: 5, copyright: 5 },
    withheld: { serial_number: 5, people: 5, owner_name: 5, creator: 5 },
    places: { policy: "strip", photos: 0 },
    originals: { policy: "none", files: 0, bytes: 0 },
  });
  const fields = ["place", "coordinates", "altitude_m", "direction_deg"];
  expect(Object.keys(report.public.fields).filter((field) => fields.includes(field))).toEqual([]);
  // The app itself has all countries.
  const told = [...publishedBytes(join(folder, "gallery/site"))].filter(([path, bytes]) => {
    const text = bytes.toString("latin1");
    return path.startsWith("data/") && /Switzerland|"latitude":\d/.test(text);
  });
  expect(told.map(([path]) => path)).toEqual([]);
  const published = await run("--originals", "link");
  expect(published.stderr).toContain("--gps coarse does not hold for them");
  expect(published.stdout).toContain("5 files as they are");
  expect(published.stdout).toContain("WITH ALL THEIR METADATA");
  expect(published.stdout).toContain("places     5 photos, rounded to about 1 km (--gps coarse)");
  expect([...foundIn(publishedBytes(join(folder, "gallery/site")), secrets)]).toContain(
    "first body serial",
  );
});
