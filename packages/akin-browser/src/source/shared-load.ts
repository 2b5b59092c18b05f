import { SharedRequests } from "./shared-requests.js";

/** How much has come and will come, in bytes. */
export type OnLoading = (loadedBytes: number, totalBytes: number) => void;

const KEY = "";

/** One result for all callers, loaded when the first one asks; its progress is told to all who wait. */
export class SharedLoad<T> {
  readonly #load: (signal: AbortSignal, onLoading: OnLoading) => Promise<T>;
  readonly #requests = new SharedRequests<T>(1);
  readonly #listeners = new Set<OnLoading>();
  #progress: Parameters<OnLoading> | null = null;

  /** @param load its signal aborts once nobody waits any more; a failure is forgotten */
  constructor(load: (signal: AbortSignal, onLoading: OnLoading) => Promise<T>) {
    this.#load = load;
  }

  async get(signal?: AbortSignal, onLoading?: OnLoading): Promise<T> {
    const result = this.#requests.get(KEY, (shared) => this.#start(shared), signal);
    // One of its own for each caller, so that the same function may listen twice.
    const listener: OnLoading = (loaded, total) => onLoading?.(loaded, total);
    if (this.#progress !== null) listener(...this.#progress);
    this.#listeners.add(listener);
    try {
      return await result;
    } finally {
      this.#listeners.delete(listener);
    }
  }

  clear(reason: unknown): void {
    this.#requests.clear(reason);
  }

  #start(signal: AbortSignal): Promise<T> {
    this.#progress = null;
    return this.#load(signal, (loaded, total) => {
      this.#progress = [loaded, total];
      for (const listener of this.#listeners) listener(loaded, total);
    });
  }
}
