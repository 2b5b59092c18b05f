import type { Effects } from "../src/effects.js";

/** Effects that keep what the user would be told. */
export function recordingEffects(): Effects & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (line) => lines.push(line),
    warn: (line) => lines.push(line),
    progress: () => ({ update() {}, finish() {} }),
    signal: new AbortController().signal,
  };
}
