import { GalleryError } from "../gallery-error.js";
import type { OnLoading } from "../source/shared-load.js";
import type { Connection } from "./connection.js";
import type { AnsweredRequest, Results } from "./messages.js";
import { openFiles } from "./open-files.js";
import type { Answering } from "./serve-requests.js";

/** Plain files that are open in this worker. */
export class OpenedFiles implements Answering {
  readonly hasVectors = false;
  #connection: Connection | null = null;

  /** @throws GalleryError */
  async answer(
    request: AnsweredRequest,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<Results[keyof Results]> {
    if (request.type === "open-files") {
      this.#connection = await openFiles(request, signal, onLoading);
      return null;
    }
    if (request.type === "sql" && this.#connection !== null) {
      return await this.#connection.select(request.sql, request.params, signal);
    }
    throw new GalleryError("CLOSED", "The databases are not open.");
  }
}
