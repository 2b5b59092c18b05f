import type { SqlRow } from "../databases/database.js";
import { GalleryError } from "../gallery-error.js";
import type { OnLoading } from "../source/shared-load.js";
import type { VectorArray } from "../vec0/vector-array.js";
import { addVectorSql, missesFunctions, missesVectors } from "./add-vector-sql.js";
import { countFacets, countPhotos } from "./count-photos.js";
import { looserFilters } from "./looser-filters.js";
import type { AnsweredRequest, OpenFilesRequest, Results, SqlRequest } from "./messages.js";
import { openPublished } from "./open-published.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { searchPhotos } from "./search-photos.js";
import { seldomNeeded } from "./seldom-needed.js";
import { suggestions } from "./suggestions.js";
import { warmSearch } from "./warm-search.js";

/** A gallery that is open in this worker. */
export class OpenedDatabases {
  #gallery: OpenedGallery | null = null;
  #hasVectorTable = false;
  #hasVectorFunctions = false;

  /** Whether all vectors of the gallery are in memory. */
  get hasVectors(): boolean {
    return this.#gallery?.vectors?.loaded != null;
  }

  /** Does what a message asks for. @throws GalleryError */
  async answer(
    request: AnsweredRequest,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<Results[keyof Results]> {
    switch (request.type) {
      case "open-gallery":
        this.#gallery = await openPublished(request.gallery, signal, onLoading);
        return null;
      case "sql":
        return await this.#sql(request, signal, onLoading);
      case "search":
        return await searchPhotos(this.#opened(), request, signal, onLoading);
      case "count":
        return await countPhotos(this.#opened(), request.where, signal);
      case "loosen":
        return await looserFilters(this.#opened(), request.where, signal);
      case "suggest":
        return await suggestions(this.#opened(), request.text, request.limit, signal);
      case "respell":
        return await (await seldomNeeded()).respellText(this.#opened(), request.text, signal);
      case "facets": {
        const { kind, where, limit } = request;
        return await countFacets(this.#opened(), kind, where, limit, signal);
      }
      case "load-vectors":
        await this.#opened().vectors?.load(signal, onLoading);
        return null;
      case "warm":
        await warmSearch(this.#opened(), signal);
        return null;
      default:
        throw new Error(`Unknown request ${(request satisfies OpenFilesRequest).type}`);
    }
  }

  async #sql(request: SqlRequest, signal: AbortSignal, onLoading: OnLoading): Promise<SqlRow[]> {
    const gallery = this.#opened();
    try {
      return await gallery.connection.select(request.sql, request.params, signal);
    } catch (error) {
      const vectors = await this.#vectorsFor(error, gallery, signal, onLoading);
      // Another statement may have waited for the same vectors.
      if (vectors === null || !this.#hasVectorTable) {
        await addVectorSql(gallery, vectors);
      }
      this.#hasVectorFunctions = true;
      this.#hasVectorTable ||= vectors !== null;
      return await this.#sql(request, signal, onLoading);
    }
  }

  /** The vectors that a statement failed without; null if it is only without functions. @throws `error` if neither is why */
  async #vectorsFor(
    error: unknown,
    { vectors }: OpenedGallery,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<VectorArray | null> {
    if (missesVectors(error) && vectors !== null && !this.#hasVectorTable) {
      if (vectors.isLarge && vectors.loaded === null) throw vectors.notLoaded();
      return await vectors.load(signal, onLoading);
    }
    if (missesFunctions(error) && !this.#hasVectorFunctions) return null;
    throw error;
  }

  #opened(): OpenedGallery {
    if (this.#gallery === null) throw notOpen();
    return this.#gallery;
  }
}

function notOpen(): GalleryError {
  return new GalleryError("CLOSED", "The databases are not open.");
}
