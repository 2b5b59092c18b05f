import { GalleryError } from "../gallery-error.js";
import { type Answer, fetchAnswer, fetchFile } from "./fetch-file.js";
import { gunzip } from "./gunzip.js";
import { MemoryFile } from "./memory-file.js";
import { PieceCache } from "./piece-cache.js";
import { looksGzipped } from "./published-content.js";
import {
  parseContentRange,
  RANGE_BYTES,
  RANGE_CACHE,
  RangedFile,
  rangeHeader,
} from "./ranged-file.js";
import { refuseWebPage } from "./refuse-web-page.js";
import { asRollback, describesSqlite, sizeInHeader } from "./sqlite-header.js";

/** Files up to this size are loaded whole before they are opened. */
export const WHOLE_BYTES = 1 << 20;

/**
 * Opens a SQLite file at a URL: in ranges where the host has them, else whole.
 *
 * @param onBytes told how many bytes have come, and how many will
 * @throws GalleryError `DAMAGED` if it is no SQLite file or not all of it, `NOT_FOUND`, `NETWORK`
 */
export async function openPlainFile(
  url: string,
  signal: AbortSignal,
  onBytes: (loaded: number, total: number) => void,
): Promise<PieceCache> {
  const first = await fetchStart(url, signal, onBytes);
  const ranged = first && rangedFile(url, first);
  if (first === null || ranged === null) return await openWhole(url, first, signal, onBytes);
  const file = new PieceCache(ranged);
  file.put(0, asRollback(first.bytes));
  const total = ranged.ends.at(-1) ?? 0;
  refuseCutOff(url, first.bytes, total);
  if (total <= WHOLE_BYTES) {
    let loaded = first.bytes.length;
    await file.fetchAll({
      signal,
      onBytes(count) {
        loaded += count;
        onBytes(loaded, total);
      },
    });
  }
  return file;
}

/** The start of the file, or all of it; null if it can't be had so: files that are stored gzipped may not be cut. */
async function fetchStart(
  url: string,
  signal: AbortSignal,
  onBytes: (loaded: number, total: number) => void,
): Promise<Answer | null> {
  try {
    return await fetchAnswer(url, {
      signal,
      cache: RANGE_CACHE,
      headers: { Range: rangeHeader(0, RANGE_BYTES) },
      onBytes: (received, expected) => onBytes(received, Math.max(received, expected)),
    });
  } catch (error) {
    if (error instanceof GalleryError && error.code === "NETWORK") return null;
    throw error;
  }
}

/** Null if the host did not answer as one that has ranges: it need not have them, and may hide them from other sites. */
function rangedFile(url: string, { status, headers, bytes }: Answer): RangedFile | null {
  const range = parseContentRange(headers.get("Content-Range"));
  const isRight =
    status === 206 &&
    range?.start === 0 &&
    range.end === bytes.length &&
    range.end === Math.min(RANGE_BYTES, range.total) &&
    describesSqlite(bytes);
  if (!isRight) return null;
  return new RangedFile(url, {
    bytes: range.total,
    etag: headers.get("ETag"),
    lastModified: headers.get("Last-Modified"),
  });
}

async function openWhole(
  url: string,
  first: Answer | null,
  signal: AbortSignal,
  onBytes: (loaded: number, total: number) => void,
): Promise<PieceCache> {
  const stored =
    first?.status === 200
      ? first.bytes
      : await fetchFile(url, {
          signal,
          onBytes: (received, expected) => onBytes(received, Math.max(received, expected)),
        });
  const bytes = looksGzipped(stored) ? await gunzip(stored) : stored;
  if (bytes === null || !describesSqlite(bytes)) {
    refuseWebPage(stored, url);
    throw new GalleryError("DAMAGED", `${url} is not a SQLite database.`);
  }
  refuseCutOff(url, bytes, bytes.length);
  const file = new PieceCache(new MemoryFile(bytes));
  file.put(0, asRollback(bytes));
  return file;
}

function refuseCutOff(url: string, start: Uint8Array, bytes: number): void {
  const wanted = sizeInHeader(start);
  if (wanted === null || bytes >= wanted) return;
  throw new GalleryError(
    "DAMAGED",
    `${url} is cut off: it has ${bytes} bytes, its header says ${wanted}.`,
  );
}
