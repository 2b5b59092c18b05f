/** A line of limited speed that all answers of a host share, each after a delay of its own. */
export class SlowLink {
  /** Off: everything goes at once. */
  throttled = true;
  readonly latencyMs: number;
  readonly #bytesPerMs: number;
  #freeAt = 0;

  /** @param megabits a second; @param latencyMs from a request to the first byte of its answer */
  constructor(megabits: number, latencyMs: number) {
    this.#bytesPerMs = (megabits * 1e6) / 8 / 1000;
    this.latencyMs = latencyMs;
  }

  /** Takes the line for some bytes, after all that was reserved before. @returns when they have arrived */
  reserve(bytes: number): number {
    const now = performance.now();
    if (!this.throttled) return now;
    this.#freeAt = Math.max(this.#freeAt, now) + bytes / this.#bytesPerMs;
    return this.#freeAt;
  }
}
