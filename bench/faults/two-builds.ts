import { setTimeout as wait } from "node:timers/promises";
import type { Ended, FaultCount, FaultRun } from "./fault-run.js";

/** Starts two builds of one gallery, the second a little later: it is refused, or comes when the first is done. */
export async function buildTwice(run: FaultRun, points: number): Promise<FaultCount> {
  const count = { fault: "two builds at once", points, stopped: 0, wrong: 0 };
  for (let point = 0; point < points; point++) {
    run.startFrom(point % 2 === 0 ? "nothing" : "before");
    const first = run.ended(run.start(run.gallery));
    await wait(run.random.uniform() * run.fullTime * 0.7);
    const second = run.ended(run.start(run.gallery));
    const both = await Promise.all([first, second]);
    const refused = both.filter(isRefused);
    count.stopped += refused.length;
    const done = both.filter(({ exitCode }) => exitCode === 0);
    const untold = done.length === 0 || done.length + refused.length < 2;
    const wrong = untold ? `they ended so: ${JSON.stringify(both)}` : await run.converges();
    if (wrong === undefined) continue;
    count.wrong++;
    run.print(`${count.fault}, point ${point}: ${wrong}`);
  }
  return count;
}

function isRefused({ exitCode, stdout }: Ended): boolean {
  if (exitCode !== 1) return false;
  const { error }: { error?: { code: string } } = JSON.parse(stdout);
  return error?.code === "BUSY";
}
