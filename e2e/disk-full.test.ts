import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const CAN_MOUNT = process.platform === "linux" && canMount();

/** Containers may forbid it even to root. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "akin-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", ["-l", folder]);
  rmdirSync(folder);
  return mounted;
}

/** Sizes of the disk in kilobytes, from hardly anything to nearly enough. */
const TOO_SMALL = [300, 400, 600, 900, 1300, 1800, 2400, 3000, 3600];

/** Runs `work` on a disk of its own, in memory, whose size in kilobytes can be changed. */
async function withDisk(
  folder: string,
  work: (resize: (kilobytes: number) => void) => Promise<void>,
): Promise<void> {
  const mount = (options: string) => {
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    if (status !== 0) throw new Error(String(stderr));
  };
  mkdirSync(folder);
  mount("size=300k");
  try {
    await work((kilobytes) => mount(`remount,size=${kilobytes}k`));
  } finally {
    // Lazily: nothing is open on it any more, but the system may need a moment to see that.
    spawnSync("umount", ["-l", folder]);
  }
}

const title = "a full disk stops the build, and is no photo's fault (needs the right to mount)";
test.skipIf(!CAN_MOUNT)(title, async () => {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  const roomy = join(folder, "roomy");
  await drawAlbum(album, SMALL_ALBUM);
  await buildJson(album, roomy, "--title", "Disk");
  const gallery = join(folder, "disk/gallery");
  await withDisk(join(folder, "disk"), async (resize) => {
    for (const size of TOO_SMALL) {
      resize(size);
      await expectFull(album, gallery);
    }
    resize(100_000);
    const report = await buildJson(album, gallery, "--title", "Disk");
    expect(report.failures).toEqual([]);
    expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(roomy, "site")));
    expect(dumpDatabases(gallery)).toEqual(dumpDatabases(roomy));
  });
});

/** A build either has room enough, or says that the disk is full; the site is whole in any case. */
async function expectFull(album: string, gallery: string): Promise<void> {
  const args = [
    "build",
    album,
    "--out",
    gallery,
    "--model",
    "builtin",
    "--title",
    "Disk",
    "--json",
  ];
  const run = await runAkin(args);
  if (run.exitCode !== 0) {
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: "DISK_FULL" } });
  }
  if (!existsSync(join(gallery, "site/data/manifest.json"))) return;
  const { problems } = JSON.parse((await runAkin(["check", "--out", gallery, "--json"])).stdout);
  expect(problems.filter((problem: string) => problem.startsWith("site/"))).toEqual([]);
}
