import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const CAN_MOUNT = process.platform === "linux" && process.getuid?.() === 0;

/** A disk of its own in memory, whose size can be changed. */
function smallDisk(folder: string, kilobytes: number): { resize(kilobytes: number): void } {
  mkdirSync(folder);
  const mount = (options: string) => {
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    if (status !== 0) throw new Error(String(stderr));
  };
  mount(`size=${kilobytes}k`);
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return { resize: (size) => mount(`remount,size=${size}k`) };
}

test.skipIf(!CAN_MOUNT)(
  "a full disk stops the build, and is no photo's fault (needs root on Linux)",
  async () => {
    const folder = temporaryFolder();
    const album = join(folder, "album");
    await drawAlbum(album, SMALL_ALBUM);
    const roomy = join(folder, "roomy");
    await buildJson(album, roomy, "--title", "Disk");
    const gallery = join(folder, "disk/gallery");
    const disk = smallDisk(join(folder, "disk"), 300);
    for (const size of [300, 400, 600, 900, 1300, 1800, 2400, 3000, 3600]) {
      disk.resize(size);
      const run = await runAkin([
        "build",
        album,
        "--out",
        gallery,
        "--model",
        "builtin",
        "--title",
        "Disk",
        "--json",
      ]);
      if (run.exitCode === 0) break;
      expect(run.exitCode).toBe(1);
      expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: "DISK_FULL" } });
      if (existsSync(join(gallery, "site/data/manifest.json"))) {
        const { problems } = JSON.parse(
          (await runAkin(["check", "--out", gallery, "--json"])).stdout,
        );
        expect(problems.filter((problem: string) => problem.startsWith("site/"))).toEqual([]);
      }
    }
    disk.resize(100_000);
    const report = await buildJson(album, gallery, "--title", "Disk");
    expect(report.failures).toEqual([]);
    expect(dumpFolder(join(gallery, "site"))).toEqual(dumpFolder(join(roomy, "site")));
    expect(dumpDatabases(gallery)).toEqual(dumpDatabases(roomy));
  },
);
