import { mkdirSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Benchmark, type BenchmarkContext, type Figure, figure } from "./benchmark.js";
import { enlargeAlbum, makeAlbum } from "./pipeline/album.js";
import { type FullSizeModel, fullSizeModel } from "./pipeline/full-size-model.js";
import { compareSigned, inferenceTable, measureInference } from "./pipeline/inference.js";
import { measureInterruption } from "./pipeline/interruption.js";
import { type AkinRun, runAkin } from "./pipeline/run-akin.js";
import { measureThroughput } from "./pipeline/throughput.js";

/**
 * Embedding and building against what the machine allows, with a network of CLIP ViT-B/32's full size.
 *
 * `--photos 300` to build with; `--rounds 3` to take medians of; `--memory 2000` photos for the comparison of memory, 0
 * to leave it out. The first run draws photos and writes models into the system's temporary folder: 3 GB, and 4 MB more
 * for each photo of `--memory`, which are deleted again.
 */
export const pipeline: Benchmark = {
  name: "pipeline",
  describe:
    "photos a second of akin embed and akin build against the cores' bound; memory; resuming",
  async run(context) {
    const { photos, rounds, memory } = readArguments(context.args);
    const cache = join(tmpdir(), "akin-bench");
    mkdirSync(cache, { recursive: true });
    context.print(`Making what is not in ${cache} yet: the network and ${photos} photos …`);
    const model = fullSizeModel(cache);
    const album = await makeAlbum(cache, photos);
    context.print(`Load average before: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
    const load = figure("load average before measuring", loadavg()[0] ?? 0, "");
    const inference = await measureInference(model, 2 * rounds + 1, context);
    inference.push(await compareSigned(model));
    const table = await inferenceTable(model, 2 * rounds + 1);
    const throughput = await measureThroughput(album, model, rounds, context);
    const interruption = await measureInterruption(cache, album, model, context);
    const growth = await measureMemory(cache, { album, model, memory }, throughput.build, context);
    return {
      figures: [load, ...throughput.figures, ...inference, ...growth, ...interruption],
      tables: [throughput.table, table],
    };
  },
};

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      photos: { type: "string", default: "300" },
      rounds: { type: "string", default: "3" },
      memory: { type: "string", default: "0" },
    },
  });
  const { photos, rounds, memory } = values;
  return { photos: Number(photos), rounds: Number(rounds), memory: Number(memory) };
}

async function measureMemory(
  cache: string,
  run: { album: Awaited<ReturnType<typeof makeAlbum>>; model: FullSizeModel; memory: number },
  build: AkinRun,
  { repository, print }: BenchmarkContext,
): Promise<Figure[]> {
  const { album, model, memory } = run;
  const few = figure(
    `peak memory of akin build, ${album.files.length} photos`,
    build.peakMemoryMb,
    "MB",
  );
  if (memory === 0) {
    print("Left out: memory with many photos (--memory 2000).");
    return [few];
  }
  print(`Building ${memory} photos …`);
  const large = enlargeAlbum(cache, album, memory);
  const out = join(cache, "gallery-large");
  rmSync(out, { recursive: true, force: true });
  const options = ["--out", out, "--model", model.folder, "--dtype", "q8"];
  const many = await runAkin(repository, ["build", large.folder, ...options]);
  rmSync(out, { recursive: true });
  rmSync(large.folder, { recursive: true });
  return [
    few,
    figure(`peak memory of akin build, ${memory} photos`, many.peakMemoryMb, "MB"),
    figure("its growth", many.peakMemoryMb / build.peakMemoryMb, "", { atMost: 1.1 }),
    figure(`akin build, ${memory} photos`, memory / many.seconds, "photos/s"),
  ];
}
