import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FaultCount, FaultRun } from "./fault-run.js";

/** Every so many points the site is read as a visitor would, before the next build mends what there is to mend. */
const CHECK_EVERY = 5;

/** Kills after a random part of the time that a build takes; up to three times, before one may finish. */
export async function killByTime(
  run: FaultRun,
  from: "nothing" | "before",
  points: number,
): Promise<FaultCount> {
  const longest = from === "nothing" ? run.fullTime : run.incrementalTime;
  const count = { fault: `killed at a random moment, from ${from}`, points, stopped: 0, wrong: 0 };
  for (let point = 0; point < points; point++) {
    run.startFrom(from);
    const kills = 1 + Math.floor(run.random.uniform() * 3);
    for (let kill = 0; kill < kills; kill++) {
      if (await killAfter(run, run.random.uniform() * longest * 1.05)) count.stopped++;
    }
    await judge(run, count, point);
  }
  return count;
}

/** Kills before a random one of the calls that change files. Needs strace. */
export async function killByCall(
  run: FaultRun,
  from: "nothing" | "before",
  points: number,
): Promise<FaultCount> {
  const count = { fault: `killed at a random write, from ${from}`, points, stopped: 0, wrong: 0 };
  for (let point = 0; point < points; point++) {
    run.startFrom(from);
    const { exitCode } = await run.ended(run.start(run.gallery, killAtCall(run)));
    if (exitCode !== 0) count.stopped++;
    await judge(run, count, point);
  }
  return count;
}

/** Calls that leave something on disk. strace counts them for each thread. */
const CALLS: readonly [calls: string, most: number][] = [
  ["rename,renameat,renameat2", 30],
  ["unlink,unlinkat,rmdir", 40],
  ["link,linkat", 40],
  ["pwrite64", 200],
  ["write", 40],
  ["fsync,fdatasync,ftruncate", 40],
  ["mkdir,mkdirat", 20],
  ["openat", 1200],
];

function killAtCall({ random }: FaultRun): string[] {
  const [calls, most] = CALLS[Math.floor(random.uniform() * CALLS.length)] ?? ["write", 40];
  const nth = 1 + Math.floor(random.uniform() * most);
  const inject = `inject=${calls}:signal=KILL:when=${nth}`;
  return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${calls}`, "-e", inject];
}

async function judge(run: FaultRun, count: FaultCount, point: number): Promise<void> {
  const isOpen = existsSync(join(run.gallery, "site/data/manifest.json"));
  const damage = isOpen && point % CHECK_EVERY === 0 ? await run.damage() : undefined;
  const wrong = damage ?? (await run.converges());
  if (wrong === undefined) return;
  count.wrong++;
  run.print(`${count.fault}, point ${point}: ${wrong}`);
}

/** @returns whether the build was still at work */
async function killAfter(run: FaultRun, milliseconds: number): Promise<boolean> {
  const child = run.start(run.gallery);
  const ended = run.ended(child);
  const finished = await Promise.race([ended.then(() => true), wait(milliseconds, false)]);
  if (!finished && child.pid !== undefined) {
    // Half of the time with all it started, as when the machine goes down.
    process.kill(run.random.uniform() < 0.5 ? -child.pid : child.pid, "SIGKILL");
  }
  return (await ended).exitCode === null;
}
