import type { AkinErrorCode } from "../akin-error.js";
import type { PhotoErrorCode } from "../photos/photo-error.js";
import type { PhotoTask, TaskResults } from "./photo-task.js";

/** To a worker process: one task, and the next when that is answered. */
export type WorkerRequest = PhotoTask;

/** From a worker process. */
export type WorkerReply =
  | { type: "ready" }
  /** Now and then, where the system doesn't tell it. */
  | { type: "memory"; bytes: number }
  | ({ type: "done"; result: TaskResults[PhotoTask["type"]] } & Usage)
  | ({ type: "failed"; error: SentError } & Usage);

/** What the process has taken so far. */
export interface Usage {
  cpuSeconds: number;
  /** Resident now. */
  bytes: number;
}

/** An error, as it crosses to another process. */
export type SentError = { message: string } & (
  | { kind: "photo"; code: PhotoErrorCode }
  | { kind: "akin"; code: AkinErrorCode }
  | { kind: "system"; code: string }
  | { kind: "other" }
);
