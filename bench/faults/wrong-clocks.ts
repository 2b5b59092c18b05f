import { spawnSync } from "node:child_process";
import type { FaultCount, FaultRun } from "./fault-run.js";

const CLOCKS = ["1990-01-01 00:00:00", "2099-12-31 23:59:59", "-400d", "+1h"];

export function hasFaketime(): boolean {
  return spawnSync("faketime", ["--version"]).status === 0;
}

/** Builds with a clock that is wrong, after or before builds whose clock is right. Needs faketime. */
export async function turnClocks(run: FaultRun, points: number): Promise<FaultCount> {
  const count = { fault: "clock wrong", points, stopped: 0, wrong: 0 };
  for (let point = 0; point < points; point++) {
    run.startFrom(point % 2 === 0 ? "nothing" : "before");
    const clock = CLOCKS[point % CLOCKS.length] ?? "+1h";
    const how = [
      "faketime",
      "--exclude-monotonic",
      "-f",
      /^[-+]/.test(clock) ? clock : `@${clock}`,
    ];
    const { exitCode, stdout, stderr } = await run.ended(run.start(run.gallery, how));
    if (exitCode !== 0) count.stopped++;
    const wrong = exitCode === 0 ? await run.converges() : `${clock}: ${stdout}${stderr}`;
    if (wrong === undefined) continue;
    count.wrong++;
    run.print(`${count.fault}, point ${point}: ${wrong}`);
  }
  return count;
}
