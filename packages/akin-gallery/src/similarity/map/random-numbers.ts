/** A seeded source of numbers, the same on every machine (Marsaglia's xorshift32, 2003). */
export class RandomNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** From 0 to below `limit`, which is at most 2^31. */
  below(limit: number): number {
    return Math.floor(this.uniform() * limit);
  }

  /** From 0 to below 1. */
  uniform(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 2 ** 32;
  }
}
