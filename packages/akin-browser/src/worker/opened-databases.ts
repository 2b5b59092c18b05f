import type { SqlRow } from "../databases/database.js";
import { GalleryError } from "../gallery-error.js";
import type { OnLoading } from "../source/shared-load.js";
import type { Connection } from "./connection.js";
import { countFacets, countPhotos } from "./count-photos.js";
import { looserFilters } from "./looser-filters.js";
import type { AnsweredRequest, OpenFilesRequest, Results, SqlRequest } from "./messages.js";
import { openPublished } from "./open-published.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { respellText } from "./respell-text.js";
import { searchPhotos } from "./search-photos.js";
import { suggestions } from "./suggestions.js";
import { addVectorTable, missesVectors } from "./vector-tables.js";
import { warmSearch } from "./warm-search.js";

/** What is open in this worker: a gallery or plain files. */
export class OpenedDatabases {
  #gallery: OpenedGallery | null = null;
  #connection: Connection | null = null;
  #hasVectorTable = false;

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
        this.#connection = this.#gallery.connection;
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
        return await respellText(this.#opened(), request.text, signal);
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

  async #sql(
    { sql, params }: SqlRequest,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<SqlRow[]> {
    const connection = this.#connection;
    if (connection === null) throw notOpen();
    try {
      return await connection.select(sql, params, signal);
    } catch (error) {
      const vectors = this.#gallery?.vectors ?? null;
      if (vectors === null || this.#hasVectorTable || !missesVectors(error)) throw error;
      if (vectors.isLarge && vectors.loaded === null) throw vectors.notLoaded();
      const loaded = await vectors.load(signal, onLoading);
      // Another statement may have waited for the same vectors.
      if (!this.#hasVectorTable) addVectorTable(connection, loaded);
      this.#hasVectorTable = true;
      return await connection.select(sql, params, signal);
    }
  }

  #opened(): OpenedGallery {
    if (this.#gallery === null) throw notOpen();
    return this.#gallery;
  }
}

function notOpen(): GalleryError {
  return new GalleryError("CLOSED", "The databases are not open.");
}
