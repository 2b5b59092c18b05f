import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Benchmark, type Figure, figure } from "./benchmark.js";
import { albumState } from "./faults/album-state.js";
import { changeWhileRead } from "./faults/change-while-read.js";
import { failCalls } from "./faults/failing-calls.js";
import { type FaultCount, FaultRun } from "./faults/fault-run.js";
import { canMount, fillDisk } from "./faults/full-disk.js";
import { killByCall, killByTime } from "./faults/kill-builds.js";
import { readOnlyAlbum } from "./faults/read-only-album.js";
import { buildTwice } from "./faults/two-builds.js";
import { canDropRights, forbidReading } from "./faults/unreadable-photos.js";
import { hasFaketime, turnClocks } from "./faults/wrong-clocks.js";

/** A kind of fault: what it needs of the machine, and its share of the points. */
interface Kind {
  name: string;
  needs: () => boolean;
  share: number;
  run(run: FaultRun, points: number): Promise<FaultCount>;
}

const always = () => true;
const hasStrace = () => spawnSync("strace", ["-V"]).status === 0;

/** Faults that leave the album alone; then those that work on it. */
const KINDS: readonly Kind[] = [
  { name: "kill", needs: always, share: 1, run: (run, n) => killByTime(run, "nothing", n) },
  { name: "kill", needs: always, share: 1, run: (run, n) => killByTime(run, "before", n) },
  { name: "call", needs: hasStrace, share: 0.5, run: (run, n) => killByCall(run, "nothing", n) },
  { name: "call", needs: hasStrace, share: 0.5, run: (run, n) => killByCall(run, "before", n) },
  { name: "disk", needs: canMount, share: 0.5, run: fillDisk },
  { name: "clock", needs: hasFaketime, share: 0.1, run: turnClocks },
  { name: "two", needs: always, share: 0.1, run: buildTwice },
  { name: "album", needs: canMount, share: 0, run: readOnlyAlbum },
  {
    name: "read",
    needs: hasStrace,
    share: 0.2,
    run: (run, n) => failCalls(run, "read errors of photos", n),
  },
  {
    name: "read",
    needs: hasStrace,
    share: 0.1,
    run: (run, n) => failCalls(run, "photos that can't be opened", n),
  },
  { name: "rights", needs: canDropRights, share: 0.15, run: forbidReading },
  {
    name: "change",
    needs: always,
    share: 0.2,
    run: (run, n) => changeWhileRead(run, "nothing", n),
  },
  { name: "change", needs: always, share: 0.2, run: (run, n) => changeWhileRead(run, "before", n) },
];

/** The kinds that change the album themselves, to end with it as it was. */
const CHANGE_THE_ALBUM = new Set(["rights", "change"]);

/** Disturbs builds in every way that a machine knows, and compares what the next build makes with an undisturbed one. */
export const faults: Benchmark = {
  name: "faults",
  describe:
    "builds killed, on full disks, with photos that fail or change: what the next build makes",
  async run({ repository, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        points: { type: "string", default: "300" },
        seed: { type: "string", default: "20261125" },
        only: { type: "string" },
      },
    });
    const folder = mkdtempSync(join(tmpdir(), "akin-bench-faults-"));
    const run = new FaultRun(repository, folder, Number(values.seed), print);
    try {
      await run.prepare();
      print(`A build takes ${Math.round(run.fullTime)} ms, or ${Math.round(run.incrementalTime)}.`);
      const album = albumState(run.album.folder);
      let written = 0;
      const figures: Figure[] = [];
      for (const kind of KINDS) {
        if (values.only !== undefined && kind.name !== values.only) continue;
        if (!kind.needs()) {
          print(`Left out: ${kind.name} (this machine can't).`);
          continue;
        }
        const points = Math.max(2, Math.round(Number(values.points) * kind.share));
        figures.push(...figuresOf(await kind.run(run, points), print));
        if (CHANGE_THE_ALBUM.has(kind.name)) continue;
        const now = albumState(run.album.folder);
        written += now.filter((line, index) => line !== album[index]).length;
      }
      figures.push(figure("files of the album that were written to", written, "", { atMost: 0 }));
      return { figures, tables: [] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function figuresOf(
  { fault, points, stopped, wrong }: FaultCount,
  print: (line: string) => void,
): Figure[] {
  print(`${fault}: ${points} points, ${stopped} builds stopped, ${wrong} galleries wrong.`);
  return [
    figure(`${fault}: points`, points, ""),
    figure(`${fault}: builds stopped`, stopped, ""),
    figure(`${fault}: galleries wrong`, wrong, "", { atMost: 0 }),
  ];
}
