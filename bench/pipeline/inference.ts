import { openEmbedder } from "akin-gallery/embedding";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { type BenchmarkContext, type Figure, figure, type Table } from "../benchmark.js";
import { median } from "../median.js";
import { quietEffects } from "../quiet-effects.js";
import type { FullSizeModel } from "./full-size-model.js";

const PIXELS = 3 * 224 * 224;
const PHOTOS_A_ROUND = 16;

/** The same network through the product's Embedder and in the shortest loop there is, in turns. */
export async function measureInference(
  { folder, q8Signed }: FullSizeModel,
  rounds: number,
  context: BenchmarkContext,
): Promise<Figure[]> {
  const inputs = Array.from({ length: PHOTOS_A_ROUND }, () => randomPixels(1));
  const options = { model: folder, dtype: "q8" };
  const embedder = await openEmbedder(options, quietEffects(context));
  const session = await InferenceSession.create(q8Signed, { logSeverityLevel: 3 });
  const times: { embedder: number; bare: number }[] = [];
  // The first round warms both up.
  for (let round = 0; round <= rounds; round++) {
    const throughEmbedder = await millisecondsOf(async () => {
      for (const input of inputs) await embedder.embed([input]);
    });
    const bare = await millisecondsOf(async () => {
      for (const input of inputs) await runBare(session, input, 1);
    });
    if (round > 0) times.push({ embedder: throughEmbedder, bare });
  }
  await session.release();
  await embedder.close();
  const perPhoto = median(times.map((time) => time.embedder)) / PHOTOS_A_ROUND;
  const bare = median(times.map((time) => time.bare)) / PHOTOS_A_ROUND;
  return [
    figure("inference through the Embedder, q8", perPhoto, "ms", {
      peer: { name: "bare onnxruntime loop", value: bare },
    }),
    figure("its time over the bare loop's", median(times.map((t) => t.embedder / t.bare)), "", {
      atMost: 1.05,
    }),
  ];
}

/** Whether the two int8 files that should be one network give the same numbers. */
export async function compareSigned({ q8, q8Signed }: FullSizeModel): Promise<Figure> {
  const pixels = randomPixels(1);
  const embeddings: Float32Array[] = [];
  for (const file of [q8, q8Signed]) {
    const session = await InferenceSession.create(file, { logSeverityLevel: 3 });
    const { image_embeds: output } = await runBare(session, pixels, 1);
    if (output?.data instanceof Float32Array) embeddings.push(output.data);
    await session.release();
  }
  const [unsigned = [], signed = []] = embeddings;
  const differences = Array.from(unsigned, (value, i) => Math.abs(value - (signed[i] ?? Infinity)));
  const name = "uint8 weights as int8: largest difference of an embedding";
  return figure(name, Math.max(...differences), "", { atMost: 0 });
}

/** What number types and batches cost; networks take turns, so that what disturbs one disturbs all. */
export async function inferenceTable(model: FullSizeModel, rounds: number): Promise<Table> {
  const networks: [string, string][] = [
    ["fp32", model.fp32],
    ["q8, as published (uint8 weights)", model.q8],
    ["q8, the same as int8 weights (Akin's)", model.q8Signed],
    ["q8, one symmetric scale a channel", model.q8PerChannel],
  ];
  const files = networks.map(([, file]) => file);
  const all = await takeTurns(files, {}, rounds);
  // CPU time of a thread that waits for nobody depends least on what else runs here.
  const one = await takeTurns(files, { intraOpNumThreads: 1 }, rounds);
  return {
    title: `Inference of ViT-B/32, a photo: medians of ${rounds}, in turns`,
    columns: ["weights", "ms, batch 1", "batch 8", "CPU ms on one core, batch 1", "batch 8"],
    rows: networks.map(([name], i) => {
      const times = [all[i]?.[1].wall, all[i]?.[8].wall, one[i]?.[1].cpu, one[i]?.[8].cpu];
      return [name, ...times.map((list = []) => Number(median(list).toFixed(1)))];
    }),
  };
}

interface Times {
  wall: number[];
  cpu: number[];
}

/** For each network, milliseconds a photo by ones and by eights. */
async function takeTurns(
  files: readonly string[],
  options: InferenceSession.SessionOptions,
  rounds: number,
): Promise<Record<1 | 8, Times>[]> {
  const open = (file: string) => InferenceSession.create(file, { logSeverityLevel: 3, ...options });
  const sessions = await Promise.all(files.map(open));
  const times = sessions.map(() => ({ 1: { wall: [], cpu: [] }, 8: { wall: [], cpu: [] } }));
  const pixels = randomPixels(8);
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [i, session] of sessions.entries()) {
      for (const batch of [1, 8] as const) {
        const before = process.cpuUsage();
        const wall = await millisecondsOf(async () => {
          for (let photo = 0; photo < 8; photo += batch) {
            await runBare(session, pixels.subarray(0, batch * PIXELS), batch);
          }
        });
        const { user, system } = process.cpuUsage(before);
        const taken: Times | undefined = times[i]?.[batch];
        if (round === 0) continue;
        taken?.wall.push(wall / 8);
        taken?.cpu.push((user + system) / 1000 / 8);
      }
    }
  }
  for (const session of sessions) await session.release();
  return times;
}

function runBare(session: InferenceSession, pixels: Float32Array, batch: number) {
  return session.run({ pixel_values: new Tensor("float32", pixels, [batch, 3, 224, 224]) });
}

function randomPixels(photos: number): Float32Array {
  const length = PIXELS * photos;
  return Float32Array.from({ length }, () => 4 * Math.random() - 2);
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
