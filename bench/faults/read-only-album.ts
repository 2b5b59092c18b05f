import { spawnSync } from "node:child_process";
import type { FaultCount, FaultRun } from "./fault-run.js";

/** Builds of an album on a disk that can't be written to. Needs the right to mount. */
export async function readOnlyAlbum(run: FaultRun): Promise<FaultCount> {
  const count = { fault: "album read-only", points: 2, stopped: 0, wrong: 0 };
  const { folder } = run.album;
  mount(["--bind", folder, folder]);
  try {
    mount(["-o", "remount,bind,ro", folder]);
    for (const state of ["nothing", "before"] as const) {
      run.startFrom(state);
      const wrong = await run.converges();
      if (wrong === undefined) continue;
      count.wrong++;
      run.print(`${count.fault}, from ${state}: ${wrong}`);
    }
  } finally {
    spawnSync("umount", ["-l", folder]);
  }
  return count;
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync("mount", [...args]);
  if (status !== 0) throw new Error(String(stderr));
}
