// A process in which photos are read and decoded, one after the other. It may die of any of them.
import { setInterval as every } from "node:timers";
import { Worker } from "node:worker_threads";
import sharp from "sharp";
import { isWasmTrap } from "../photos/wasm-trap.js";
import { runTask } from "./run-task.js";
import { sentError } from "./sent-error.js";
import type { Usage, WorkerReply, WorkerRequest } from "./worker-messages.js";

const MEMORY_REPORT_MS = 200;

// There is a process for each core: threads within a photo would only wait for each other.
sharp.concurrency(1);
// No photo is opened twice.
sharp.cache(false);

// A photo's code may keep this thread from hearing that the parent is gone: another one watches.
new Worker(new URL("watch-parent.js", import.meta.url)).unref();
process.on("disconnect", () => process.exit());
process.on("message", async (task: WorkerRequest) => {
  try {
    send({ type: "done", result: await runTask(task), ...usage() });
  } catch (error) {
    // A decoder in WebAssembly that has failed so can't be used again.
    const whenSent = isWasmTrap(error) ? () => process.exit() : () => {};
    send({ type: "failed", error: sentError(error), ...usage() }, whenSent);
  }
});
// Linux tells the parent itself.
if (process.platform !== "linux") {
  every(() => send({ type: "memory", bytes: process.memoryUsage.rss() }), MEMORY_REPORT_MS).unref();
}
send({ type: "ready" });

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, bytes: process.memoryUsage.rss() };
}

function send(reply: WorkerReply, whenSent = () => {}): void {
  // Whoever is not there any more needs no answer.
  if (process.connected) process.send?.(reply, whenSent);
}
