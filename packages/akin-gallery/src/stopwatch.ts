import { cpus } from "node:os";
import { cpuUsage } from "node:process";

/** How long a stage took. */
export interface StageTime {
  name: string;
  seconds: number;
  /** Cores at work, on average: CPU time over time. */
  cores: number;
  /** Cores that did nothing, on average, whoever's the others' work was. */
  idleCores: number;
}

/** Times the stages of a build. */
export class Stopwatch {
  readonly stages: StageTime[] = [];
  private readonly started = performance.now();

  /** @param othersSeconds CPU time so far of the processes that work for this one */
  constructor(private readonly othersSeconds: () => number = () => 0) {}

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const before = this.cpuSeconds();
    const idleBefore = idleSeconds();
    try {
      return await work();
    } finally {
      const seconds = secondsSince(started);
      const mean = (coreSeconds: number) =>
        Number((coreSeconds / Math.max(seconds, 0.001)).toFixed(2));
      const cores = mean(this.cpuSeconds() - before);
      const idleCores = mean(idleSeconds() - idleBefore);
      this.stages.push({ name, seconds, cores, idleCores });
    }
  }

  private cpuSeconds(): number {
    const { user, system } = cpuUsage();
    return (user + system) / 1e6 + this.othersSeconds();
  }

  /** Seconds since the stopwatch was made. */
  get seconds(): number {
    return secondsSince(this.started);
  }
}

function secondsSince(started: number): number {
  return Number(((performance.now() - started) / 1000).toFixed(3));
}

/** Of all cores, since the computer was started. */
function idleSeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1000;
}
