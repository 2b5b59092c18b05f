import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Part, PartCost } from "./measure-part.js";

/** What each part of the work takes for one photo. */
export type PartCosts = Record<Part, PartCost>;

const MEASURE_PART = fileURLToPath(new URL("measure-part.js", import.meta.url));

/** Measures each part alone, in a process of its own. */
export function measureParts(files: readonly string[], model: string): PartCosts {
  const measure = (part: Part) => {
    const output = execFileSync(process.execPath, [MEASURE_PART, part, model, ...files]);
    return JSON.parse(output.toString()) as PartCost;
  };
  return {
    decode: measure("decode"),
    decodeForWeb: measure("decodeForWeb"),
    encode: measure("encode"),
    inference: measure("inference"),
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
