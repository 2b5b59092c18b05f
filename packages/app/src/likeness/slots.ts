/** Places for a bounded number of things, of which those that were used longest ago give way. */
export class Slots {
  readonly #count: number;
  /** By what is in them, the last used at the end. */
  readonly #slots = new Map<number, number>();

  constructor(count: number) {
    this.#count = count;
  }

  /** The slot of a thing, which counts as used; undefined if it has none. */
  use(key: number): number | undefined {
    const slot = this.#slots.get(key);
    if (slot === undefined) return undefined;
    this.#slots.delete(key);
    this.#slots.set(key, slot);
    return slot;
  }

  has(key: number): boolean {
    return this.#slots.has(key);
  }

  /** Gives a thing a slot, and takes it from another one if all are taken. */
  take(key: number): number {
    const own = this.use(key);
    if (own !== undefined) return own;
    const [oldest] = this.#slots.keys();
    if (this.#slots.size < this.#count || oldest === undefined) {
      const slot = this.#slots.size;
      this.#slots.set(key, slot);
      return slot;
    }
    const slot = this.#slots.get(oldest) ?? 0;
    this.#slots.delete(oldest);
    this.#slots.set(key, slot);
    return slot;
  }

  clear(): void {
    this.#slots.clear();
  }
}
