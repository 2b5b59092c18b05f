import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { buildJson, runAkin, startAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const KILLS = 50;

test("after 50 kills at random moments the gallery is that of an undisturbed build", async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  const earlierAlbum = join(folder, "earlier");
  await drawAlbum(album, SMALL_ALBUM);
  // What the album was before: photos missing, one since renamed, one since edited, one since removed.
  cpSync(album, earlierAlbum, { recursive: true, preserveTimestamps: true });
  rmSync(join(earlierAlbum, "sea"), { recursive: true });
  cpSync(join(album, "rose/rose-0.jpg"), join(earlierAlbum, "rose/old name.jpg"));
  rmSync(join(earlierAlbum, "rose/rose-0.jpg"));
  writeFileSync(
    join(earlierAlbum, "town/town-1.jpg"),
    await drawPhoto({ kind: "wood", variant: 9 }),
  );
  writeFileSync(join(earlierAlbum, "removed.jpg"), await drawPhoto({ kind: "sea", variant: 9 }));

  const undisturbed = join(folder, "undisturbed");
  const started = performance.now();
  await buildJson(album, undisturbed, "--title", "Kills");
  const duration = performance.now() - started;

  const gallery = join(folder, "gallery");
  const random = mulberry32(20260101);
  let photos = earlierAlbum;
  for (let kills = 0; kills < KILLS; ) {
    const args = [
      "build",
      photos,
      "--out",
      gallery,
      "--model",
      "builtin",
      "--title",
      "Kills",
      "--quiet",
    ];
    const { child, finished } = await startAkin(args);
    const timer = new AbortController();
    const kill = wait(random() * duration, undefined, { signal: timer.signal }).then(
      () => child.kill("SIGKILL"),
      () => false,
    );
    const { exitCode, stderr } = await finished;
    timer.abort();
    await kill;
    if (exitCode === null) kills++;
    else {
      expect(stderr).toBe("");
      // Done: on to the other state of the album, or from the start again.
      if (photos === album && random() < 0.5) rmSync(gallery, { recursive: true });
      photos = photos === album ? earlierAlbum : album;
    }
    if (existsSync(join(gallery, "site/data/manifest.json"))) await expectWholeSite(gallery);
  }

  await buildJson(album, gallery, "--title", "Kills");
  expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(undisturbed, "site")));
  expect(dumpDatabases(gallery)).toEqual(dumpDatabases(undisturbed));
  expect((await runAkin(["check", "--out", gallery])).exitCode).toBe(0);
});

/** Whatever a killed build was doing, what the manifest on disk names is there, and whole. */
async function expectWholeSite(gallery: string): Promise<void> {
  const { stdout } = await runAkin(["check", "--out", gallery, "--json"]);
  const { problems }: { problems: string[] } = JSON.parse(stdout);
  expect(problems.filter((problem) => problem.startsWith("site/"))).toEqual([]);
}

/** Tommy Ettinger's mulberry32: a small seeded generator, so that a failure can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
