import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FaultCount, FaultRun } from "./fault-run.js";

/** The user without rights, on Debian and others. */
const NOBODY = 65_534;

/** Whether this process may become another user: root itself may read everything. */
export function canDropRights(): boolean {
  return process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
}

/** Takes the right to read random photos and folders away during one build, run by a user who has no other rights. */
export async function forbidReading(run: FaultRun, points: number): Promise<FaultCount> {
  const count = { fault: "photos and folders not readable", points, stopped: 0, wrong: 0 };
  const asNobody = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  for (let point = 0; point < points; point++) {
    run.startFrom(point % 2 === 0 ? "nothing" : "before");
    giveTo(run, NOBODY);
    const forbidden = somePlaces(run);
    const modes = forbidden.map((place) => statSync(place).mode);
    for (const place of forbidden) chmodSync(place, 0);
    const { exitCode, stdout } = await run.ended(run.start(run.gallery, asNobody));
    for (const [index, place] of forbidden.entries()) chmodSync(place, modes[index] ?? 0o644);
    giveTo(run, 0);
    const { failures = [] }: { failures?: unknown[] } = JSON.parse(stdout || "{}");
    if (exitCode !== 0) count.stopped++;
    const untold = exitCode === 0 && failures.length === 0;
    const wrong = untold ? "nothing was said of it" : await run.converges();
    if (wrong === undefined) continue;
    count.wrong++;
    run.print(`${count.fault}, point ${point}: ${wrong}`);
  }
  return count;
}

/** One to three photos; every third time the folder of one. */
function somePlaces({ album, random }: FaultRun): string[] {
  const files = [...album.photos.keys()].map((path) => join(album.folder, path));
  const pick = () => files[Math.floor(random.uniform() * files.length)] ?? album.folder;
  if (random.uniform() < 0.33) return [dirname(pick())];
  return [...new Set(Array.from({ length: 1 + Math.floor(random.uniform() * 3) }, pick))];
}

function giveTo(run: FaultRun, user: number): void {
  chmodSync(run.folder, 0o777);
  const paths = [run.gallery];
  for (const entry of statSync(run.gallery, { throwIfNoEntry: false })
    ? readdirSync(run.gallery, { recursive: true, encoding: "utf8" })
    : []) {
    paths.push(join(run.gallery, entry));
  }
  for (const path of paths)
    if (statSync(path, { throwIfNoEntry: false })) chownSync(path, user, user);
}
