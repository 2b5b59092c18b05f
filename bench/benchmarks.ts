import type { Benchmark } from "./benchmark.js";
import { neighbours } from "./neighbours.js";
import { pipeline } from "./pipeline.js";
import { quality } from "./quality.js";

/** All benchmarks, in the order in which they are listed. */
export const benchmarks: readonly Benchmark[] = [quality, neighbours, pipeline];
