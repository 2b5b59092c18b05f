/** A line of limited speed that all answers of a host share, each after a delay of its own. */
export class SlowLink {
  /** Off: everything goes at once. */
  throttled = true;
  readonly latencyMs: number;
  readonly #bytesPerMs: number;
  #freeAt = 0;
  #answers = 0;

  /** @param megabits a second; @param latencyMs from a request to the first byte of its answer */
  constructor(megabits: number, latencyMs: number) {
    this.#bytesPerMs = (megabits * 1e6) / 8 / 1000;
    this.latencyMs = latencyMs;
  }

  /** An answer begins to use the line; `end` when it is through. */
  begin(): void {
    if (this.#answers === 0) this.#freeAt = performance.now();
    this.#answers++;
  }

  end(): void {
    this.#answers--;
  }

  /**
   * Takes the line for some bytes, after all that was reserved before. As long as an answer uses it, it is never free:
   * timers that are late, as on a busy machine, cost no speed.
   *
   * @returns when they have arrived, by `performance.now()`
   */
  reserve(bytes: number): number {
    if (!this.throttled) return performance.now();
    this.#freeAt += bytes / this.#bytesPerMs;
    return this.#freeAt;
  }
}
