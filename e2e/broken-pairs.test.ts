import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { buildJson } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/** What of the pair is in the gallery, and what is not, with what it was tried with. */
function pairIn(gallery: string) {
  const database = new DatabaseSync(join(gallery, "database.db"), { readOnly: true });
  const list = (sql: string) => database.prepare(sql).all() as Record<string, string>[];
  const shown = list("SELECT path, notes FROM images WHERE path LIKE 'pair.%'");
  const failed = list("SELECT path, companions FROM failures ORDER BY path");
  database.close();
  return {
    shown: shown.map(({ path }) => path),
    isDamaged: shown.some(({ notes }) => notes?.includes("the picture is damaged")),
    failed: failed.map(({ path }) => path),
    triedWith: failed.map(({ companions = "[]" }) =>
      JSON.parse(companions).map(({ name }: { name: string }) => name),
    ),
  };
}

test("a RAW file stands in for its JPEG as long as that is broken", async () => {
  const folder = temporaryFolder();
  const [album, gallery] = [join(folder, "album"), join(folder, "gallery")];
  await drawAlbum(album, SMALL_ALBUM.slice(0, 3));
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const whole = await sharp({
    create: { width: 800, height: 600, channels: 3, background: "red", noise },
  })
    .jpeg()
    .toBuffer();
  const raw = Buffer.concat([Buffer.from("II*\0\x08\0\0\0\0\0\0\0\0\0\0\0", "latin1"), whole]);
  const write = (name: string, content: Uint8Array) => writeFileSync(join(album, name), content);
  write("pair.jpg", whole.subarray(0, whole.length / 2));
  write("pair.cr2", raw);
  await buildJson(album, gallery);
  const byRaw = { shown: ["pair.cr2"], isDamaged: false, failed: ["pair.jpg"] };
  expect(pairIn(gallery)).toEqual({ ...byRaw, triedWith: [["pair.cr2"]] });

  const site = dumpFolder(join(gallery, "site"));
  const databases = dumpDatabases(gallery);
  expect((await buildJson(album, gallery)).photos).toMatchObject({ added: 0, removed: 0 });
  expect(dumpFolder(join(gallery, "site"))).toEqual(site);
  expect(dumpDatabases(gallery)).toEqual(databases);

  // A sidecar that comes is a reason to try both again.
  write("pair.xmp", Buffer.from("<x/>"));
  await buildJson(album, gallery);
  expect(pairIn(gallery)).toEqual({ ...byRaw, triedWith: [["pair.xmp", "pair.cr2"]] });

  // Neither is whole: what there is of the JPEG is more than nothing.
  write("pair.cr2", raw.subarray(0, 20));
  for (const _ of ["at once", "and from then on"]) {
    await buildJson(album, gallery);
    expect(pairIn(gallery)).toMatchObject({
      shown: ["pair.jpg"],
      isDamaged: true,
      failed: ["pair.cr2"],
    });
  }

  write("pair.jpg", whole);
  await buildJson(album, gallery);
  expect(pairIn(gallery)).toMatchObject({ shown: ["pair.jpg"], isDamaged: false, failed: [] });
  const fresh = join(folder, "fresh");
  await buildJson(album, fresh);
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(fresh, "site")));
  expect(readFileSync(join(album, "pair.cr2"))).toHaveLength(20);
});
