import { availableParallelism } from "node:os";
import { AkinError } from "../akin-error.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import { PhotoError } from "../photos/photo-error.js";
import type { PhotoContent } from "../photos/read-photo.js";
import type { MakeTask, PhotoProducts, PhotoTask, TaskResults } from "./photo-task.js";
import { PhotoWorker, WorkerDied, type WorkerLimits } from "./photo-worker.js";

/** More than any photo takes that a camera made, on a slow computer that is busy. */
const LIMITS: WorkerLimits = { seconds: 120, memory: 768 * 2 ** 20 };

/** Seconds more for each byte: as slow as a bad network is. */
const SECONDS_A_BYTE = 1e-6;

/** A process that has grown beyond this does not shrink again, and is replaced before the next photo. */
const MOST_KEPT = 320 * 2 ** 20;

const POLL_MS = 100;

/** Pixels of which several photos at once would take gigabytes: of any format, and of those that are decoded whole. */
const LARGE = 100e6;
const LARGE_IF_WHOLE = 24e6;
const DECODED_WHOLE =
  /\.(?:hei[cf]|hif|jxl|bmp|dib|png|tiff?|jp[2cfx]|j2[ck]|ps[db]|tga|pcx|p[abgnp]m|xcf|exr|hdr|dds|3fr|crw|dcr|kdc|mrw)$/i;

/**
 * Processes in which all is done that touches a photo's bytes, so that a photo that crashes a decoder, makes it hang or
 * eat memory costs that photo alone. They are started when they are needed.
 */
export class PhotoWorkers {
  /** The most memory that this process and its workers have had together, in bytes. */
  peakMemory = 0;
  private idle: PhotoWorker[] = [];
  private readonly busy = new Set<PhotoWorker>();
  private readonly waiting: (() => void)[] = [];
  private poll: NodeJS.Timeout | undefined;
  private pastCpuSeconds = 0;
  private isClosed = false;
  /** Settles when no large photo is being decoded any more. */
  private large: Promise<unknown> = Promise.resolve();

  /** @param most how many processes there may be */
  constructor(
    private readonly limits: WorkerLimits = LIMITS,
    // One more than there are cores, because each waits for its files now and then.
    private readonly most: number = availableParallelism() + 1,
  ) {}

  /** Reads a photo's file without decoding its pixels. @throws PhotoError */
  read(photo: FoundPhoto): Promise<PhotoContent> {
    return this.run({ type: "read", photo }, photo.size * SECONDS_A_BYTE);
  }

  /** Decodes a photo and makes what is asked for. @throws PhotoError, or the error of the system if a file can't be written */
  make(task: Omit<MakeTask, "type">): Promise<PhotoProducts> {
    const work = () => this.run({ type: "make", ...task }, 0);
    if (!isLarge(task)) return work();
    // One after the other; what becomes of one is nothing to the next.
    const turn = this.large.then(work);
    this.large = turn.catch(() => {});
    return turn;
  }

  /** CPU time of all of them so far. */
  get cpuSeconds(): number {
    const workers = [...this.idle, ...this.busy];
    return workers.reduce((sum, worker) => sum + worker.cpuSeconds, this.pastCpuSeconds);
  }

  /** Ends the processes that have nothing to do, so that later stages have their memory; more are started when needed. */
  endIdle(): void {
    for (const worker of this.idle) {
      this.pastCpuSeconds += worker.cpuSeconds;
      worker.stop();
    }
    this.idle = [];
  }

  /** Ends all processes at once. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.poll);
    for (const worker of [...this.idle, ...this.busy]) worker.stop();
  }

  private async run<Task extends PhotoTask>(
    task: Task,
    moreSeconds: number,
  ): Promise<TaskResults[Task["type"]]> {
    const limits = { ...this.limits, seconds: Math.ceil(this.limits.seconds + moreSeconds) };
    try {
      return await this.runOnce(task, limits);
    } catch (error) {
      if (!(error instanceof WorkerDied) || this.isClosed) throw error;
    }
    // Perhaps something else ended it: the photo gets another try, in a new process.
    try {
      return await this.runOnce(task, limits);
    } catch (error) {
      if (!(error instanceof WorkerDied) || this.isClosed) throw error;
      if (!error.wasReady) throw new AkinError("FAILED", error.message, { cause: error });
      throw new PhotoError("CRASHED", `crashes its decoder (${error.how})`, { cause: error });
    }
  }

  private async runOnce<Task extends PhotoTask>(
    task: Task,
    limits: WorkerLimits,
  ): Promise<TaskResults[Task["type"]]> {
    const worker = await this.take();
    try {
      return await worker.run(task, limits);
    } finally {
      this.giveBack(worker);
    }
  }

  private async take(): Promise<PhotoWorker> {
    while (this.busy.size >= this.most) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    if (this.isClosed) throw new AkinError("ABORTED", "stopped");
    let worker = this.idle.pop();
    while (worker?.hasEnded) worker = this.idle.pop();
    worker ??= new PhotoWorker();
    this.busy.add(worker);
    this.poll ??= setInterval(() => this.checkMemory(), POLL_MS).unref();
    return worker;
  }

  private giveBack(worker: PhotoWorker): void {
    this.busy.delete(worker);
    if (!worker.hasEnded && worker.checkMemory().resident > MOST_KEPT) worker.stop();
    if (worker.hasEnded) this.pastCpuSeconds += worker.cpuSeconds;
    else this.idle.push(worker);
    this.waiting.shift()?.();
  }

  private checkMemory(): void {
    const workers = [...this.busy, ...this.idle];
    const theirs = workers.reduce((sum, worker) => sum + worker.checkMemory().own, 0);
    this.peakMemory = Math.max(this.peakMemory, process.memoryUsage.rss() + theirs);
  }
}

function isLarge({ file, images }: Pick<MakeTask, "file" | "images">): boolean {
  if (!images) return false;
  const { width, height } = images.photo;
  return width * height > (DECODED_WHOLE.test(file) ? LARGE_IF_WHOLE : LARGE);
}
