import type { Effects } from "akin-gallery";
import type { BenchmarkContext } from "./benchmark.js";

/** Effects for the product's functions: what they say is shown, their progress is not. */
export function quietEffects({ print }: BenchmarkContext): Effects {
  const progress = () => ({ update() {}, finish() {} });
  return { info: print, warn: print, progress, signal: new AbortController().signal };
}
