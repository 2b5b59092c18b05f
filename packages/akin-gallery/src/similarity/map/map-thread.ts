import { Worker } from "node:worker_threads";
import type { Effects } from "../../effects.js";
import type { MapJob, MapMessage } from "./map-messages.js";
import type { MapPlaces } from "./map-places.js";

// By way of `dist`, so that the sources can be run too, by tests: a thread does not compile TypeScript.
const WORKER = new URL("../../../dist/similarity/map/map-worker.js", import.meta.url);

/** A map that is being computed in a thread of its own. */
export class MapThread {
  readonly #worker: Worker;
  readonly #places: Promise<MapPlaces>;
  #share = 0;
  #onShare: (share: number) => void = () => {};

  constructor(job: MapJob) {
    this.#worker = new Worker(WORKER, { workerData: job });
    this.#places = new Promise((resolve, reject) => {
      this.#worker.on("message", (message: MapMessage) => {
        if (message.type === "done") resolve(message.places);
        else this.#told(message.share);
      });
      this.#worker.on("error", reject);
      this.#worker.on("exit", () => reject(new Error("the map's thread has ended early")));
    });
    // It may fail while something else is waited for; whoever waits for the map is told.
    this.#places.catch(() => {});
  }

  /** Waits for the map. */
  async finish({ signal, progress }: Effects): Promise<MapPlaces> {
    signal.throwIfAborted();
    const line = progress("Laying out the map", 100, "percent");
    this.#onShare = (share) => line.update(Math.floor(100 * share));
    this.#onShare(this.#share);
    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(signal.reason);
      signal.addEventListener("abort", abort);
    });
    try {
      return await Promise.race([this.#places, aborted]);
    } finally {
      signal.removeEventListener("abort", abort);
      line.finish();
    }
  }

  /** Ends the thread, whatever it has done. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #told(share: number): void {
    this.#share = share;
    this.#onShare(share);
  }
}
