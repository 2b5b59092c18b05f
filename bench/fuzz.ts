import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Benchmark, figure } from "./benchmark.js";
import { photosIn, writeFuzzedAlbum } from "./fuzz/fuzzed-album.js";
import { RandomNumbers } from "./onnx/random-numbers.js";
import { type AkinReport, runAkin } from "./pipeline/run-akin.js";

interface BuildReport extends AkinReport {
  photos: { found: number; added: number; failed: number };
  failures: { path: string; code: string }[];
}

/**
 * Builds galleries of damaged photos: each must be in, or be left out with a reason.
 *
 * `--files 5000` in all, `--batch 1000` a gallery, `--seed 1`; files of the same seed are the same.
 */
export const fuzz: Benchmark = {
  name: "fuzz",
  describe: "akin build of thousands of photos that were damaged at random",
  async run({ repository, shared, args, print }) {
    const { files, batch, seed } = readArguments(args);
    const source = join(shared, "photos");
    if (!existsSync(source)) {
      print(`Left out: ${source} is not there.`);
      return { figures: [], tables: [] };
    }
    // Tests have more formats than there are photos of.
    const drawn = join(repository, "packages/akin-gallery/test/formats");
    // Made by test/document-files.ts, small, so that most of what is damaged counts.
    const seeds = join(repository, "bench/fuzz/seeds");
    const photos = [source, drawn, seeds].flatMap(photosIn);
    const random = new RandomNumbers(seed);
    const codes = new Map<string, number>();
    let [found, used, lost, memory, seconds] = [0, 0, 0, 0, 0];
    for (let done = 0; done < files; done += batch) {
      const folder = mkdtempSync(join(tmpdir(), "akin-fuzz-"));
      try {
        const count = Math.min(batch, files - done);
        writeFuzzedAlbum(join(folder, "album"), photos, count, random);
        const out = join(folder, "gallery");
        const run = await runAkin(repository, [
          ...["build", join(folder, "album"), "--out", out, "--model", "builtin"],
        ]);
        const report = run.report as BuildReport;
        found += report.photos.found;
        used += report.photos.added;
        lost += count - report.photos.added - report.failures.length;
        for (const { code } of report.failures) codes.set(code, (codes.get(code) ?? 0) + 1);
        memory = Math.max(memory, run.peakMemoryMb);
        seconds += run.seconds;
        await runAkin(repository, ["check", "--out", out]);
        print(`${found} files: ${used} in the gallery, ${lost} lost, ${Math.round(seconds)} s`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return {
      figures: [
        figure("damaged files", found, ""),
        figure("of them in a gallery", used, ""),
        figure("neither in a gallery nor left out with a reason", lost, "", { atMost: 0 }),
        figure("peak memory, all processes", memory, "MB", { atMost: 1500 }),
      ],
      tables: [
        { title: "Why files were left out", columns: ["code", "files"], rows: [...codes].sort() },
      ],
    };
  },
};

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      files: { type: "string", default: "5000" },
      batch: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
    },
  });
  const { files, batch, seed } = values;
  return { files: Number(files), batch: Number(batch), seed: Number(seed) };
}
