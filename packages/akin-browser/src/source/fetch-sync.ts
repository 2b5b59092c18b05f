import { GalleryError } from "../gallery-error.js";
import { refuseStatus, unreachable } from "./fetch-file.js";

export interface SyncAnswer {
  status: number;
  header(name: string): string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

const TIMEOUT_MS = 30_000;

/**
 * Fetches a file while the worker waits: SQLite can't be left in the middle of a statement. A failure that may pass is
 * retried once.
 *
 * @throws GalleryError `NOT_FOUND` or `NETWORK`
 */
export function fetchSync(url: string, headers: Record<string, string> = {}): SyncAnswer {
  try {
    return fetchOnce(url, headers);
  } catch (error) {
    if (!(error instanceof GalleryError) || error.code !== "NETWORK") throw error;
    return fetchOnce(url, headers);
  }
}

function fetchOnce(url: string, headers: Record<string, string>): SyncAnswer {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  request.timeout = TIMEOUT_MS;
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  try {
    request.send();
  } catch (cause) {
    throw unreachable(url, cause);
  }
  refuseStatus(request.status, url);
  if (!(request.response instanceof ArrayBuffer)) throw unreachable(url, null);
  return {
    status: request.status,
    header: (name) => request.getResponseHeader(name),
    bytes: new Uint8Array(request.response),
  };
}
