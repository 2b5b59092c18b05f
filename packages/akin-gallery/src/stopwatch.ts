import { cpuUsage } from "node:process";

/** How long a stage took. */
export interface StageTime {
  name: string;
  seconds: number;
  /** Cores at work, on average: CPU time over time. */
  cores: number;
}

/** Times the stages of a build. */
export class Stopwatch {
  readonly stages: StageTime[] = [];
  private readonly started = performance.now();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const before = cpuUsage();
    try {
      return await work();
    } finally {
      const seconds = secondsSince(started);
      const { user, system } = cpuUsage(before);
      const cores = Number(((user + system) / 1e6 / Math.max(seconds, 0.001)).toFixed(2));
      this.stages.push({ name, seconds, cores });
    }
  }

  /** Seconds since the stopwatch was made. */
  get seconds(): number {
    return secondsSince(this.started);
  }
}

function secondsSince(started: number): number {
  return Number(((performance.now() - started) / 1000).toFixed(3));
}
