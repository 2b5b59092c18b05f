import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Part, PartCost } from "./measure-part.js";

/** What each part of the work takes for one photo. */
export type PartCosts = Record<Part, PartCost>;

const run = promisify(execFile);
const MEASURE_PART = fileURLToPath(new URL("measure-part.js", import.meta.url));

/** Measures each part alone. */
export async function measureParts(files: readonly string[], model: string): Promise<PartCosts> {
  const measure = async (part: Part) => {
    const output = await run(process.execPath, [MEASURE_PART, part, model, ...files]);
    return JSON.parse(output.stdout) as PartCost;
  };
  // onnxruntime's `run` blocks its thread, so that a process works on one photo at a time: one process for each core.
  const cores = availableParallelism();
  const inference = async () => {
    const each = await Promise.all(Array.from({ length: cores }, () => measure("inference")));
    const mean = (of: (cost: PartCost) => number) =>
      each.reduce((sum, cost) => sum + of(cost), 0) / cores;
    return {
      coreSeconds: mean(({ coreSeconds }) => coreSeconds),
      seconds: mean(({ seconds }) => seconds) / cores,
    };
  };
  return {
    decode: await measure("decode"),
    decodeForWeb: await measure("decodeForWeb"),
    encode: await measure("encode"),
    inference: await inference(),
  };
}

/** The parts that can't be left out, however a program is made. */
const EMBED: readonly Part[] = ["decode", "inference"];
/** The decoding that is large enough for the web sizes serves the embedding too, and is counted once. */
const BUILD: readonly Part[] = ["decodeForWeb", "inference", "encode"];
/** Embedding with the decoding that building needs. */
const EMBED_AS_BUILD: readonly Part[] = ["decodeForWeb", "inference"];

/** Photos a second if all cores were at work all the time on nothing but the parts. */
export function bounds(parts: PartCosts, cores: number) {
  const bound = (needed: readonly Part[]) =>
    cores / needed.reduce((sum, part) => sum + parts[part].coreSeconds, 0);
  return { embed: bound(EMBED), build: bound(BUILD), embedAsBuild: bound(EMBED_AS_BUILD) };
}

/** The same by the clock, which other programs slow down as they slow down what is compared with it. */
export function clockBounds(parts: PartCosts) {
  const bound = (needed: readonly Part[]) =>
    1 / needed.reduce((sum, part) => sum + parts[part].seconds, 0);
  return { embed: bound(EMBED), build: bound(BUILD), embedAsBuild: bound(EMBED_AS_BUILD) };
}
