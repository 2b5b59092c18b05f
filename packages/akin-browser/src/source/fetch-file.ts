import { GalleryError } from "../gallery-error.js";
import { untilAborted } from "./until-aborted.js";

export interface FetchFileOptions {
  signal?: AbortSignal | undefined;
  cache?: RequestCache;
  priority?: RequestPriority;
  /** Told how many bytes have come so far; starts again if the request is retried. */
  onBytes?: (received: number) => void;
}

const RETRY_AFTER_MS = 300;

/**
 * The bytes of a file as the host gives them. A failure that may pass, of the network or the host, is retried once.
 *
 * @throws GalleryError `NOT_FOUND` or `NETWORK`
 */
export async function fetchFile(
  url: string,
  options: FetchFileOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchOnce(url, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof GalleryError) || error.code !== "NETWORK") throw error;
    const pause = new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    await untilAborted(pause, options.signal);
    return await fetchOnce(url, options);
  }
}

async function fetchOnce(
  url: string,
  { signal, onBytes, ...init }: FetchFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { ...init, signal: signal ?? null });
    refuseStatus(response.status, url);
    const counted = onBytes === undefined ? response : countBytes(response, onBytes);
    return new Uint8Array(await counted.arrayBuffer());
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GalleryError) throw cause;
    throw new GalleryError("NETWORK", `${url} could not be fetched. Check the connection.`, {
      cause,
    });
  }
}

function refuseStatus(status: number, url: string): void {
  if (status === 404 || status === 410) {
    throw new GalleryError("NOT_FOUND", `${url} is not there (status ${status}).`);
  }
  if (status < 200 || status > 299) {
    throw new GalleryError("NETWORK", `${url} was answered with status ${status}.`);
  }
}

function countBytes(response: Response, onBytes: (received: number) => void): Response {
  let received = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      onBytes(received);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null);
}
