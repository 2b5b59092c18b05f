import type { Effects, ProgressUnit, StageProgress } from "../effects.js";
import { byteSize } from "./result-text.js";

/** Milliseconds between two states of a live line, and between two plain lines. */
const LIVE_INTERVAL = 100;
const PLAIN_INTERVAL = 10_000;

/** Effects of a command: everything for people goes to standard error. */
export function terminalEffects(quiet: boolean, signal: AbortSignal): Effects {
  const stream = process.stderr;
  const print = (line: string) => {
    stream.write(`${clearLine(stream)}${line}\n`);
  };
  return {
    info: quiet ? () => {} : print,
    warn: print,
    progress: (stage, total, unit) =>
      quiet || total === 0 ? SILENT : new ProgressLine(stage, total, stream, unit),
    signal,
  };
}

/** What takes a live line off the terminal, so that another line doesn't end up behind it. */
export function clearLine(stream: NodeJS.WriteStream): string {
  return stream.isTTY ? "\r\u001b[K" : "";
}

const SILENT: StageProgress = { update() {}, finish() {} };

/** `Embedding  120 of 160  12.3/s  3 s left`: redrawn on a terminal, now and then a line elsewhere. */
class ProgressLine implements StageProgress {
  private readonly started = performance.now();
  private lastDrawn = this.started;
  private done = 0;

  constructor(
    private readonly stage: string,
    private readonly total: number,
    private readonly stream: NodeJS.WriteStream,
    private readonly unit?: ProgressUnit,
  ) {
    if (stream.isTTY) this.draw();
  }

  readonly update = (done: number): void => {
    this.done = Math.min(done, this.total);
    const interval = this.stream.isTTY ? LIVE_INTERVAL : PLAIN_INTERVAL;
    if (performance.now() - this.lastDrawn >= interval) this.draw();
  };

  readonly finish = (): void => {
    const seconds = (performance.now() - this.started) / 1000;
    const amount = this.unit === "percent" ? "" : `${this.amount(this.done)} in `;
    const line = `${this.stage}: ${amount}${duration(seconds)}`;
    this.stream.write(`${clearLine(this.stream)}${line}\n`);
  };

  private amount(count: number): string {
    if (this.unit === "percent") return `${count} %`;
    return this.unit === "bytes" ? byteSize(count) : String(count);
  }

  private draw(): void {
    this.lastDrawn = performance.now();
    const rate = this.done / ((this.lastDrawn - this.started) / 1000);
    const isShare = this.unit === "percent";
    const total = isShare ? "" : ` of ${this.amount(this.total)}`;
    const parts = [`${this.stage}: ${this.amount(this.done)}${total}`];
    if (this.done > 0) {
      const shown = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
      if (!isShare) parts.push(`${this.unit === "bytes" ? byteSize(Math.round(rate)) : shown}/s`);
      parts.push(`${duration((this.total - this.done) / rate)} left`);
    }
    const line = parts.join("  ");
    this.stream.write(`${clearLine(this.stream)}${line}${this.stream.isTTY ? "" : "\n"}`);
  }
}

/** Seconds in words: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
