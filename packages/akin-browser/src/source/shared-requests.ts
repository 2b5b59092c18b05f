import { untilAborted } from "./until-aborted.js";

interface Entry<T> {
  promise: Promise<T>;
  controller: AbortController;
  /** Callers that still wait; the request is ended when the last one leaves. */
  waiting: number;
  settled: boolean;
}

/**
 * Results by key: concurrent callers share one request, the least recently used go first when it is full, and a
 * failure is forgotten, so that the next caller asks again.
 */
export class SharedRequests<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * @param load starts the request; its signal aborts once no caller waits any more
   * @param signal ends this caller's waiting only
   */
  async get(
    key: string,
    load: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const entry = this.#entries.get(key) ?? this.#start(key, load);
    this.#touch(key, entry);
    entry.waiting++;
    try {
      return await untilAborted(entry.promise, signal);
    } finally {
      entry.waiting--;
      if (entry.waiting === 0 && !entry.settled) {
        this.#forget(key, entry);
        entry.controller.abort();
      }
    }
  }

  /** Aborts what is under way and forgets everything. */
  clear(reason?: unknown): void {
    for (const entry of this.#entries.values()) entry.controller.abort(reason);
    this.#entries.clear();
  }

  #start(key: string, load: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const controller = new AbortController();
    const promise = load(controller.signal);
    const entry: Entry<T> = { promise, controller, waiting: 0, settled: false };
    const settle = () => {
      entry.settled = true;
    };
    promise.then(settle, () => {
      settle();
      this.#forget(key, entry);
    });
    return entry;
  }

  #touch(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) break;
      this.#entries.delete(oldest);
    }
  }

  #forget(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
