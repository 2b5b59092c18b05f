/** Times the stages of a build. */
export class Stopwatch {
  readonly stages: { name: string; seconds: number }[] = [];
  private readonly started = performance.now();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.stages.push({ name, seconds: secondsSince(started) });
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
