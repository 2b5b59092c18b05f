import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MeasurementReply, MeasurementRequest } from "./measurement.js";

// By way of `dist`, so that the sources can be run too, by tests: a process does not compile TypeScript.
const PROCESS = fileURLToPath(
  new URL("../../dist/benchmark/measure-model-process.js", import.meta.url),
);

/** Measures one model in a process of its own. A process that dies has failed; that is no error here. */
export function measureInProcess(
  request: MeasurementRequest,
  signal: AbortSignal,
): Promise<MeasurementReply> {
  const child = fork(PROCESS, { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
  const stop = () => child.kill("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  let reply: MeasurementReply | undefined;
  return new Promise((resolve, reject) => {
    child.once("message", (message: MeasurementReply) => {
      reply = message;
    });
    child.once("error", reject);
    child.once("close", (code, killedBy) => {
      signal.removeEventListener("abort", stop);
      if (signal.aborted) reject(signal.reason);
      else resolve(reply ?? { type: "failed", message: `its process ended: ${killedBy ?? code}` });
    });
    child.send(request);
  });
}
