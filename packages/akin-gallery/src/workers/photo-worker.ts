import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PhotoError } from "../photos/photo-error.js";
import type { PhotoTask, TaskResults } from "./photo-task.js";
import { type ProcessMemory, processMemory } from "./process-memory.js";
import { receivedError } from "./sent-error.js";
import type { WorkerReply } from "./worker-messages.js";

// By way of `dist`, so that the sources can be run too, by tests: a process does not compile TypeScript.
const PROCESS = fileURLToPath(new URL("../../dist/workers/worker-process.js", import.meta.url));

/** What one photo may take. */
export interface WorkerLimits {
  seconds: number;
  /** Bytes of memory of the process. */
  memory: number;
}

/** The process has died without being told to. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";

  constructor(
    /** How: a signal or an exit code. */
    readonly how: string,
    /** Whether it ever got as far as to take a task. */
    readonly wasReady: boolean,
  ) {
    super(`a process for reading photos has died (${how})`);
  }
}

interface Running<Type extends PhotoTask["type"]> {
  resolve(result: TaskResults[Type]): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
  limits: WorkerLimits;
}

/** A process that does one task at a time. */
export class PhotoWorker {
  /** CPU time it has taken, as of its last answer. */
  cpuSeconds = 0;
  hasEnded = false;
  private readonly child: ChildProcess;
  private running: Running<PhotoTask["type"]> | undefined;
  private isReady = false;
  private toldMemory = 0;

  constructor() {
    this.child = fork(PROCESS, {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // As bin/akin.js says.
      execArgv: ["--no-incremental-marking"],
      // One photo at a time needs few threads, each of which keeps some memory of its own.
      env: { ...process.env, UV_THREADPOOL_SIZE: "3", MALLOC_ARENA_MAX: "2" },
      // A group of its own: Ctrl-C in a terminal is for the parent, and what it started ends with it.
      detached: process.platform !== "win32",
    });
    this.child.on("message", (reply: WorkerReply) => this.receive(reply));
    this.child.on("error", (error) => this.end(error.message));
    this.child.on("exit", (code, signal) => this.end(signal ?? `exit code ${code}`));
    this.keepAlive(false);
  }

  /**
   * @throws PhotoError as the task, or TIMEOUT or OUT_OF_MEMORY, after which the process is gone; WorkerDied; errors of
   *   the system
   */
  run<Task extends PhotoTask>(
    task: Task,
    limits: WorkerLimits,
  ): Promise<TaskResults[Task["type"]]> {
    return new Promise((resolve, reject) => {
      const giveUp = () =>
        this.stop(new PhotoError("TIMEOUT", `takes more than ${limits.seconds} s to decode`));
      const timer = setTimeout(giveUp, 1000 * limits.seconds);
      this.running = { resolve, reject, timer, limits } as Running<PhotoTask["type"]>;
      this.keepAlive(true);
      this.child.send(task, (error) => error && this.end(error.message));
    });
  }

  /** Its memory now; ends it if that is too much. */
  checkMemory(): ProcessMemory {
    const told = { resident: this.toldMemory, own: this.toldMemory };
    const memory = (this.child.pid && processMemory(this.child.pid)) || told;
    const limit = this.running?.limits.memory ?? Number.POSITIVE_INFINITY;
    if (memory.resident > limit) {
      const most = Math.round(limit / 2 ** 20);
      this.stop(new PhotoError("OUT_OF_MEMORY", `takes more than ${most} MB of memory to decode`));
    }
    return memory;
  }

  /** Ends the process at once. */
  stop(reason: Error = new WorkerDied("stopped", this.isReady)): void {
    this.settle()?.reject(reason);
    this.hasEnded = true;
    const { pid } = this.child;
    if (pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    try {
      if (process.platform === "win32") this.child.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
    } catch (error) {
      // It has just ended.
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  }

  private receive(reply: WorkerReply): void {
    if (reply.type === "ready") {
      this.isReady = true;
      return;
    }
    this.toldMemory = reply.bytes;
    if (reply.type === "memory") return;
    this.cpuSeconds = reply.cpuSeconds;
    const running = this.settle();
    if (reply.type === "done") running?.resolve(reply.result);
    else running?.reject(receivedError(reply.error));
  }

  private end(how: string): void {
    this.hasEnded = true;
    this.settle()?.reject(new WorkerDied(how, this.isReady));
  }

  private settle(): Running<PhotoTask["type"]> | undefined {
    const { running } = this;
    this.running = undefined;
    clearTimeout(running?.timer);
    this.keepAlive(false);
    return running;
  }

  /** Only a task that is waited for keeps this process alive. */
  private keepAlive(keep: boolean): void {
    if (keep) {
      this.child.ref();
      this.child.channel?.ref();
    } else {
      this.child.unref();
      this.child.channel?.unref();
    }
  }
}
