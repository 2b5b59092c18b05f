import { GalleryError } from "../gallery-error.js";
import type { WorkerAnswer, WorkerMessage, WorkerRequest } from "./messages.js";
import { type OpenPair, openPair } from "./open-pair.js";
import { runSelect } from "./run-select.js";

/** The worker: opens one pair of databases and answers statements on it. */
let pair: OpenPair | null = null;

addEventListener("message", async ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    post(await answer(data));
  } catch (error) {
    const code = error instanceof GalleryError ? error.code : "UNSUPPORTED";
    const message = error instanceof Error ? error.message : String(error);
    post({ type: "failed", id: data.id, code, message } satisfies WorkerAnswer);
  }
});

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  const { id } = request;
  switch (request.type) {
    case "open":
      pair = await openPair(request, (progress) => post({ type: "progress", ...progress }));
      return { type: "opened", id };
    case "select": {
      if (pair === null) throw new GalleryError("CLOSED", "The databases are not open.");
      const rows = runSelect(pair.sqlite3, pair[request.database], request.sql, request.params);
      return { type: "rows", id, rows };
    }
    default:
      throw new Error(`Unknown request ${JSON.stringify(request satisfies never)}`);
  }
}

function post(message: WorkerMessage): void {
  postMessage(message);
}
