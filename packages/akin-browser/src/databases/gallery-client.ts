import type { FacetKind, Manifest } from "../format/index.js";
import type {
  FacetOptions,
  RequestOptions,
  SearchExample,
  SearchOptions,
  SuggestOptions,
} from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import type { CardFinder } from "../photos/card-finder.js";
import type { FacetCount, FoundPhoto, Loosened, PhotoFilter, Suggestion } from "../search.js";
import type { KnownExample } from "../worker/messages.js";
import { checkFilter, checkKind, checkWhole } from "./check-options.js";
import type { DatabasePair, SqlParams, SqlRow } from "./database.js";
import type { AskOptions, WorkerClient } from "./worker-client.js";

/** The worker that has a gallery's database open, as the gallery asks it. */
export class GalleryClient {
  readonly pair: DatabasePair;
  readonly #worker: WorkerClient;
  readonly #cards: CardFinder;
  readonly #dimensions: number | undefined;

  constructor(worker: WorkerClient, { vectors }: Manifest, cards: CardFinder) {
    this.#worker = worker;
    this.#cards = cards;
    this.#dimensions = vectors?.dimensions;
    this.pair = { main: worker.database(), vectors: worker.database() };
  }

  get hasVectors(): boolean {
    return this.#worker.hasVectors;
  }

  async search(options: SearchOptions): Promise<FoundPhoto[]> {
    const { minus = [], vector, where, limit = 50, offset = 0, meant = false } = options;
    const plus = [...(options.plus ?? []), ...(vector === undefined ? [] : [vector])];
    const examples = [...plus, ...minus];
    for (const example of examples) this.#checkLength(example);
    if (offset > 0 && examples.length > 0) {
      throw new RangeError("offset is for searches without plus, minus and vector.");
    }
    const checked = {
      where: checkFilter(where),
      limit: checkWhole("limit", limit),
      offset: checkWhole("offset", offset),
    };
    const known = (some: readonly SearchExample[]) =>
      Promise.all(some.map((example) => this.#known(example, options)));
    const request = { plus: await known(plus), minus: await known(minus), meant, ...checked };
    return await this.#worker.ask({ type: "search", ...request }, options);
  }

  /** The worker knows photos by their ids. */
  async #known(example: SearchExample, options: RequestOptions): Promise<KnownExample> {
    if (typeof example !== "string") return example;
    const card = await this.#cards.byPath(example, options);
    if (card !== null) return card.id;
    throw new GalleryError("NOT_FOUND", `The gallery has no photo ${example}.`);
  }

  #checkLength(example: SearchExample): void {
    const dimensions = this.#dimensions;
    if (!(example instanceof Float32Array) || dimensions === undefined) return;
    if (example.length !== dimensions) {
      throw new RangeError(
        `The vector has ${example.length} dimensions; the gallery's model has ${dimensions}.`,
      );
    }
  }

  count(where: PhotoFilter, options: RequestOptions): Promise<number> {
    return this.#worker.ask({ type: "count", where: checkFilter(where) }, options);
  }

  loosen(where: PhotoFilter, options: RequestOptions): Promise<Loosened[]> {
    return this.#worker.ask({ type: "loosen", where: checkFilter(where) }, options);
  }

  suggest(text: string, options: SuggestOptions): Promise<Suggestion[]> {
    const limit = checkWhole("limit", options.limit ?? 8);
    return this.#worker.ask({ type: "suggest", text, limit }, options);
  }

  respell(text: string, options: RequestOptions): Promise<string | null> {
    return this.#worker.ask({ type: "respell", text }, options);
  }

  facets(kind: FacetKind, options: FacetOptions): Promise<FacetCount[]> {
    const { where, limit = Number.MAX_SAFE_INTEGER } = options;
    const checked = {
      kind: checkKind(kind),
      where: checkFilter(where),
      limit: checkWhole("limit", limit),
    };
    return this.#worker.ask({ type: "facets", ...checked }, options);
  }

  sql<Row extends SqlRow>(
    text: string,
    params: SqlParams | undefined,
    options: RequestOptions,
  ): Promise<Row[]> {
    return this.pair.main.select<Row>(text, params, options);
  }

  async warm(options: RequestOptions): Promise<void> {
    await this.#worker.ask({ type: "warm" }, options);
  }

  async loadVectors(options: AskOptions): Promise<void> {
    await this.#worker.ask({ type: "load-vectors" }, options);
  }

  close(reason: unknown): void {
    this.#worker.close(reason);
  }
}
