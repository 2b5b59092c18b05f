/** Tells React (`useSyncExternalStore`) that state outside it has changed. */
export class Listeners {
  readonly #listeners = new Set<() => void>();
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes with each change. */
  readonly version = (): number => this.#version;

  changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
