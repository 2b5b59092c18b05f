import type { Gallery } from "akin-browser";
import type { DescribeAnswer, PictureToSee } from "../dropped/messages.js";
import { Listeners } from "../listeners.js";
import { forgetOthers, transferBytes, urlsOf } from "./load-tower.js";
import type { TowerAnswer, TowerKind, TowerRequest, TowerSource } from "./messages.js";
import { areKept } from "./model-cache.js";

export type TowerState =
  | { status: "none" | "opening" | "there" }
  | { status: "failed"; isOffline: boolean }
  | { status: "loading"; loadedBytes: number; totalBytes: number };

type TowerResult = Extract<TowerAnswer, { type: "vector" | "picture" }>;

interface Pending {
  resolve(result: TowerResult): void;
  reject(reason: unknown): void;
}

/** A network of the gallery's model: fetched when the visitor asks for it, and run in a worker. */
export class Tower {
  readonly listeners = new Listeners();
  /** What `load` transfers, in bytes. */
  readonly bytes: number;
  readonly #source: TowerSource;
  readonly #others: readonly string[];
  #state: TowerState = { status: "none" };
  #worker: Worker | null = null;
  #opening: Promise<boolean> | null = null;
  #nextId = 1;
  #whenEnded: () => void = () => {};
  readonly #pending = new Map<number, Pending>();

  /** @param others addresses of the gallery's other network */
  constructor(source: TowerSource, others: readonly string[]) {
    this.#source = source;
    this.#others = others;
    this.bytes = transferBytes(source);
  }

  /** For `useSyncExternalStore`. */
  readonly state = (): TowerState => this.#state;

  /** Whether a visit before has loaded it, so that it costs nothing now. */
  isKept(): Promise<boolean> {
    return areKept(urlsOf(this.#source));
  }

  /** Loads it, unless it is there or under way. @returns whether it is there */
  load(): Promise<boolean> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Ends loading. */
  readonly cancel = (): void => this.#end({ status: "none" });

  /** The vector of some words, once it is there: Float32Array of length D, L2-normalised. */
  async embedWords(words: string): Promise<Float32Array> {
    const result = await this.#ask((id) => ({ type: "words", id, words }));
    if (result.type !== "vector") throw new TypeError("expected a vector of words");
    return result.vector;
  }

  /** A picture, or a part of it, as the model sees it, once it is there. */
  async describePicture(picture: PictureToSee): Promise<DescribeAnswer> {
    const result = await this.#ask((id) => ({ type: "picture", id, picture }));
    if (result.type !== "picture") throw new TypeError("expected a picture's description");
    return result.described;
  }

  #ask(request: (id: number) => TowerRequest): Promise<TowerResult> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send(request(id));
    });
  }

  async #open(): Promise<boolean> {
    await forgetOthers(this.#source, this.#others);
    const worker = new Worker(new URL("./tower-worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    this.#set({ status: "loading", loadedBytes: 0, totalBytes: this.bytes });
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail();
    };
    const opened = new Promise<boolean>((resolve) => {
      this.#whenEnded = () => resolve(false);
      worker.onmessage = ({ data }: MessageEvent<TowerAnswer>) => {
        this.#take(data);
        if (data.type === "open") resolve(true);
      };
    });
    this.#send({ type: "open", source: this.#source });
    return await opened;
  }

  #take(answer: TowerAnswer): void {
    switch (answer.type) {
      case "loading": {
        const { loadedBytes, totalBytes } = answer;
        const isAll = loadedBytes === totalBytes;
        this.#set(isAll ? { status: "opening" } : { status: "loading", loadedBytes, totalBytes });
        return;
      }
      case "open":
        this.#set({ status: "there" });
        return;
      case "vector":
      case "picture":
        this.#pending.get(answer.id)?.resolve(answer);
        this.#pending.delete(answer.id);
        return;
      case "failed":
        if (answer.id === null) this.#fail();
        else {
          this.#pending.get(answer.id)?.reject(new Error(answer.message));
          this.#pending.delete(answer.id);
        }
    }
  }

  #fail(): void {
    this.#end({ status: "failed", isOffline: !navigator.onLine });
  }

  #end(state: TowerState): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#opening = null;
    const reason = new DOMException("The network is not there.", "AbortError");
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
    this.#set(state);
    this.#whenEnded();
  }

  #send(request: TowerRequest): void {
    this.#worker?.postMessage(request);
  }

  #set(state: TowerState): void {
    this.#state = state;
    this.listeners.changed();
  }
}

const known = new WeakMap<Gallery, Map<TowerKind, Tower>>();

/** A network of a gallery's model; null where it is not published. */
export function towerOf(gallery: Gallery, kind: TowerKind): Tower | null {
  const { towers } = gallery.manifest;
  const tower = towers?.[kind];
  if (!towers || !tower) return null;
  const ofGallery = known.get(gallery) ?? new Map<TowerKind, Tower>();
  known.set(gallery, ofGallery);
  const otherKind = kind === "text" ? "vision" : "text";
  const source = (kind: TowerKind, of: typeof tower) => ({
    kind,
    folder: `${gallery.url}data/models/`,
    runtime: towers.runtime,
    tower: of,
  });
  const other = towers[otherKind];
  const opened =
    ofGallery.get(kind) ??
    new Tower(source(kind, tower), other ? urlsOf(source(otherKind, other)) : []);
  ofGallery.set(kind, opened);
  return opened;
}
