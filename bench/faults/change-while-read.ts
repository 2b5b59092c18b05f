import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FaultCount, FaultRun } from "./fault-run.js";

/** Pictures that photos are overwritten with: some of them are also other photos' own. */
const OTHERS = [0, 3, 7, 106, 200, 201, 202];

/**
 * Rewrites, cuts off and deletes photos while a build reads them; then the album is as it should be, and is built again. The photos'
 * times are the same each time, so that a build that believed a file to be what it no longer was would never read it again.
 */
export async function changeWhileRead(
  run: FaultRun,
  from: "nothing" | "before",
  points: number,
): Promise<FaultCount> {
  const count = { fault: `photos change while read, from ${from}`, points, stopped: 0, wrong: 0 };
  for (let point = 0; point < points; point++) {
    run.startFrom(from);
    const ended = run.ended(run.start(run.gallery));
    const isDone = ended.then(() => true);
    while (!(await Promise.race([isDone, wait(30, false)]))) await disturb(run);
    const { exitCode, stdout, stderr } = await ended;
    await run.album.restore();
    if (exitCode !== 0) count.stopped++;
    const isTold = exitCode === 0 || (exitCode === 1 && stderr === "");
    const wrong = isTold ? await run.converges() : `it ended with ${exitCode}: ${stdout}${stderr}`;
    if (wrong === undefined) continue;
    count.wrong++;
    run.print(`${count.fault}, point ${point}: ${wrong}`);
  }
  return count;
}

async function disturb({ album, random }: FaultRun): Promise<void> {
  const photos = [...album.photos];
  const [path = "", picture = 0] = photos[Math.floor(random.uniform() * photos.length)] ?? [];
  const file = join(album.folder, path);
  const choice = random.uniform();
  const other = OTHERS[Math.floor(random.uniform() * OTHERS.length)] ?? 0;
  if (choice < 0.1) rmSync(file, { force: true });
  else if (choice < 0.7) writeFileSync(file, await album.content(other));
  else writeFileSync(file, await album.content(picture));
  if (choice > 0.9) truncateSync(file, Math.floor(random.uniform() * 5000));
}
