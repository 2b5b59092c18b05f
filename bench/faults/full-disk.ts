import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultCount, FaultRun } from "./fault-run.js";
import { folderBytes } from "./folder-bytes.js";

/** Containers may forbid it even to root. */
export function canMount(): boolean {
  if (process.platform !== "linux") return false;
  const folder = mkdtempSync(join(tmpdir(), "akin-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", ["-l", folder]);
  rmdirSync(folder);
  return mounted;
}

/** Builds on a disk in memory with too little room, in random amounts; then with enough. */
export async function fillDisk(run: FaultRun, points: number): Promise<FaultCount> {
  const count = { fault: "disk full", points, stopped: 0, wrong: 0 };
  const needed = folderBytes(run.before) / 1000;
  rmSync(run.gallery, { recursive: true, force: true });
  mkdirSync(run.gallery);
  const mount = (options: string) => {
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "t", run.gallery]);
    if (status !== 0) throw new Error(String(stderr));
  };
  for (let point = 0; point < points; point++) {
    mount("size=200m");
    try {
      const isFirst = run.random.uniform() < 0.5;
      if (!isFirst) cpSync(run.before, run.gallery, { recursive: true });
      const used = isFirst ? 0 : folderBytes(run.gallery) / 1000;
      const room = run.random.uniform() * (isFirst ? 1.3 : 0.4) * needed;
      mount(`remount,size=${Math.ceil(used + room)}k`);
      if (await isStopped(run)) count.stopped++;
      mount("remount,size=200m");
      const isOpen = existsSync(join(run.gallery, "site/data/manifest.json"));
      const wrong = (isOpen ? await run.damage() : undefined) ?? (await run.converges());
      if (wrong !== undefined) {
        count.wrong++;
        run.print(`${count.fault}, point ${point}, ${Math.round(room)} kB: ${wrong}`);
      }
    } finally {
      // Lazily: nothing is open on it any more, but the system may need a moment to see that.
      spawnSync("umount", ["-l", run.gallery]);
    }
  }
  return count;
}

/** @throws unless the build either had room enough or says that the disk is full */
async function isStopped(run: FaultRun): Promise<boolean> {
  const { exitCode, stdout, stderr } = await run.ended(run.start(run.gallery));
  if (exitCode === 0) return false;
  const { error }: { error?: { code: string } } = JSON.parse(stdout || "{}");
  if (exitCode === 1 && error?.code === "DISK_FULL") return true;
  throw new Error(`a build on a full disk ended with ${exitCode}: ${stdout}${stderr}`);
}
