import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FullSizeModel } from "./full-size-model.js";
import type { Part, PartCost } from "./measure-part.js";

/** What each part of the work takes for one photo. */
export type PartCosts = Record<Part, PartCost>;

const run = promisify(execFile);
const MEASURE_PART = fileURLToPath(new URL("measure-part.js", import.meta.url));

/** Measures each part alone. */
export async function measureParts(
  files: readonly string[],
  { q8, q8Signed }: Pick<FullSizeModel, "q8" | "q8Signed">,
): Promise<PartCosts> {
  const measure = async (part: Part) => {
    const model = part === "inferenceSigned" ? q8Signed : q8;
    const output = await run(process.execPath, [MEASURE_PART, part, model, ...files]);
    return JSON.parse(output.stdout) as PartCost;
  };
  // onnxruntime's `run` blocks its thread, so that a process works on one photo at a time: one process for each core.
  const cores = availableParallelism();
  const inference = async (part: "inference" | "inferenceSigned") => {
    const each = await Promise.all(Array.from({ length: cores }, () => measure(part)));
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
    inference: await inference("inference"),
    inferenceSigned: await inference("inferenceSigned"),
  };
}

/** The parts that can't be left out, however a program is made. */
const EMBED: readonly Part[] = ["decode", "inference"];
/** The decoding that is large enough for the web sizes serves the embedding too, and is counted once. */
const BUILD: readonly Part[] = ["decodeForWeb", "inference", "encode"];
/** Embedding with the decoding that building needs. */
const EMBED_AS_BUILD: readonly Part[] = ["decodeForWeb", "inference"];
/** The same with the network as Akin runs it, which takes half the time of the file as published. */
const EMBED_SIGNED: readonly Part[] = ["decode", "inferenceSigned"];
const BUILD_SIGNED: readonly Part[] = ["decodeForWeb", "inferenceSigned", "encode"];

/** Photos a second if all cores were at work all the time on nothing but the parts. */
export function bounds(parts: PartCosts, cores: number) {
  const bound = (needed: readonly Part[]) =>
    cores / needed.reduce((sum, part) => sum + parts[part].coreSeconds, 0);
  return {
    embed: bound(EMBED),
    build: bound(BUILD),
    embedAsBuild: bound(EMBED_AS_BUILD),
    embedSigned: bound(EMBED_SIGNED),
    buildSigned: bound(BUILD_SIGNED),
  };
}

/** The same by the clock, which other programs slow down as they slow down what is compared with it. */
export function clockBounds(parts: PartCosts) {
  const bound = (needed: readonly Part[]) =>
    1 / needed.reduce((sum, part) => sum + parts[part].seconds, 0);
  return { embed: bound(EMBED), build: bound(BUILD) };
}
