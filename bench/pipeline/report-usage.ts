import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded into a measured command with --import: not every command says itself how much memory and CPU time it took.
const file = process.env.AKIN_BENCH_USAGE;
if (file && isMainThread) {
  process.on("exit", () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
}
