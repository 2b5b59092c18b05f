import { GalleryError } from "../gallery-error.js";
import { readBody } from "./read-body.js";
import { untilAborted } from "./until-aborted.js";

export interface FetchFileOptions {
  signal?: AbortSignal | undefined;
  cache?: RequestCache;
  priority?: RequestPriority;
  headers?: Record<string, string>;
  /**
   * Told how many bytes have come so far, and how many will, 0 if the host does not say; starts again if the request is
   * retried.
   */
  onBytes?: ((received: number, expected: number) => void) | undefined;
}

/** What a host answered. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

const RETRY_AFTER_MS = 300;

/** A host that says nothing for so long is taken for one that can't be reached. */
const SILENCE_MS = 30_000;

/**
 * The bytes of a file as the host gives them. A failure that may pass, of the network or the host, is retried once.
 *
 * @throws GalleryError `NOT_FOUND` or `NETWORK`
 */
export async function fetchFile(
  url: string,
  options: FetchFileOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return (await fetchAnswer(url, options)).bytes;
}

/** As `fetchFile`, with the status, which is 200 to 299, and the headers. */
export async function fetchAnswer(url: string, options: FetchFileOptions = {}): Promise<Answer> {
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
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const waitForBytes = () => {
    clearTimeout(silence);
    silence = setTimeout(
      () => controller.abort(failed(url, `: its host was silent for ${SILENCE_MS / 1000} seconds`)),
      SILENCE_MS,
    );
  };
  try {
    waitForBytes();
    const response = await fetch(url, { ...init, signal: controller.signal });
    refuseStatus(response.status, url);
    const expected = expectedBytes(response.headers);
    const bytes = await readBody(response, (received) => {
      waitForBytes();
      onBytes?.(received, expected);
    });
    return { status: response.status, headers: response.headers, bytes };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GalleryError) throw cause;
    throw failed(url, ". Check the connection", cause);
  } finally {
    clearTimeout(silence);
    signal?.removeEventListener("abort", abort);
  }
}

/** Of what the browser decompresses the host tells another size. */
function expectedBytes(headers: Headers): number {
  return headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
}

function refuseStatus(status: number, url: string): void {
  if (status === 404 || status === 410) {
    throw new GalleryError("NOT_FOUND", `${url} is not there (status ${status}).`);
  }
  if (status < 200 || status > 299) {
    throw new GalleryError("NETWORK", `${url} was answered with status ${status}.`);
  }
}

function failed(url: string, why: string, cause?: unknown): GalleryError {
  return new GalleryError("NETWORK", `${url} could not be fetched${why}.`, { cause });
}
