import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { type BenchmarkContext, type Figure, figure } from "../benchmark.js";
import type { PipelineAlbum } from "./album.js";
import type { FullSizeModel } from "./full-size-model.js";
import { exitOf, runAkin, startAkin } from "./run-akin.js";

/** Stops a build after a third of its photos, as Ctrl-C does and as a power cut does, and builds again. */
export async function measureInterruption(
  cache: string,
  album: PipelineAlbum,
  model: FullSizeModel,
  context: BenchmarkContext,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const signal of ["SIGINT", "SIGKILL"] as const) {
    const out = join(cache, "gallery-interrupted");
    rmSync(out, { recursive: true, force: true });
    const options = ["--out", out, "--model", model.folder, "--dtype", "q8"];
    const args = ["build", album.folder, ...options];
    const child = startAkin(context.repository, args);
    const third = Math.floor(album.files.length / 3);
    while (child.exitCode === null && countVectors(out) < third) await sleep(20);
    child.kill(signal);
    await exitOf(child);
    const [embedded, images] = [countVectors(out), imagesOf(out)];
    const { report } = await runAkin(context.repository, args);
    const again = embedded + report.embedding.processed - album.files.length;
    const rewritten = [...imagesOf(out)].filter(
      ([image, time]) => images.has(image) && images.get(image) !== time,
    );
    context.print(`${signal} after ${embedded} vectors, ${images.size} images: ${again} again`);
    figures.push(
      figure(`${signal} after ${embedded} photos: embedded again`, again, "photos", { atMost: 0 }),
      figure(`${signal}: finished images made again`, rewritten.length, "", { atMost: 0 }),
    );
    rmSync(out, { recursive: true });
  }
  return figures;
}

function countVectors(out: string): number {
  try {
    const database = new DatabaseSync(join(out, "vectors.db"), { readOnly: true });
    try {
      const row = database.prepare("SELECT count(*) AS n FROM vector_metadata").get();
      return Number((row as { n: unknown }).n);
    } finally {
      database.close();
    }
  } catch {
    // Not there yet, or being written.
    return 0;
  }
}

/** When each finished image was written. */
function imagesOf(out: string): Map<string, number> {
  const cache = join(out, "cache");
  const files = statSync(cache, { throwIfNoEntry: false })
    ? readdirSync(cache, { recursive: true, encoding: "utf8" })
    : [];
  const finished = files.filter((file) => /[0-9a-f]{20}-\d+\.jpg$/.test(file));
  return new Map(finished.map((file) => [file, statSync(join(cache, file)).mtimeMs]));
}
