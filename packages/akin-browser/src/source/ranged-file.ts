import { GalleryError } from "../gallery-error.js";
import { type ByteSource, extentOf, type FetchPieces } from "./byte-source.js";
import { type Answer, fetchAnswer } from "./fetch-file.js";

/** Bytes of one piece: at 10 Mbit/s it takes about as long as the way to the host and back. */
export const RANGE_BYTES = 64 << 10;

/**
 * Chromium puts ranges together in its cache, under the headers of the first one: a page could not see that the file was
 * replaced in between.
 */
export const RANGE_CACHE: RequestCache = "no-store";

/** What tells one version of a file from another, as far as the host lets a page see it. */
export interface FileVersion {
  bytes: number;
  etag: string | null;
  lastModified: string | null;
}

/** A file at a URL whose host answers ranges. */
export class RangedFile implements ByteSource {
  readonly ends: readonly number[];
  readonly #url: string;
  readonly #version: FileVersion;

  constructor(url: string, version: FileVersion) {
    this.#url = url;
    this.#version = version;
    const pieces = Math.ceil(version.bytes / RANGE_BYTES);
    this.ends = Array.from({ length: pieces }, (_, piece) =>
      Math.min(version.bytes, (piece + 1) * RANGE_BYTES),
    );
  }

  async fetch(
    first: number,
    count: number,
    { signal, onBytes }: FetchPieces,
  ): Promise<Uint8Array[]> {
    const { start } = extentOf(this, first);
    const { end } = extentOf(this, first + count - 1);
    let told = 0;
    const answer = await fetchAnswer(this.#url, {
      signal,
      cache: RANGE_CACHE,
      headers: { Range: rangeHeader(start, end) },
      onBytes(received) {
        if (received > told) onBytes?.(received - told);
        told = Math.max(told, received);
      },
    });
    const bytes = this.#checked(answer, start, end);
    return Array.from({ length: count }, (_, index) => {
      const extent = extentOf(this, first + index);
      return bytes.subarray(extent.start - start, extent.end - start);
    });
  }

  #checked(answer: Answer, start: number, end: number): Uint8Array {
    const { bytes, etag, lastModified } = this.#version;
    const range = parseContentRange(answer.headers.get("Content-Range"));
    const isSame =
      answer.headers.get("ETag") === etag &&
      answer.headers.get("Last-Modified") === lastModified &&
      (range?.total ?? answer.bytes.length) === bytes;
    if (!isSame) {
      throw new GalleryError(
        "CHANGED",
        `${this.#url} was replaced while it was being read. Reload the page.`,
      );
    }
    // A host may answer the whole file all the same.
    if (answer.status === 200) return answer.bytes.subarray(start, end);
    if (range?.start === start && range.end === end && answer.bytes.length === end - start) {
      return answer.bytes;
    }
    throw new GalleryError(
      "DAMAGED",
      `${this.#url}: asked for bytes ${start} to ${end - 1}, got ${answer.bytes.length} bytes as "${answer.headers.get("Content-Range")}". Check that your storage backend supports HTTP ranges.`,
    );
  }
}

/** @param end one after the last byte */
export function rangeHeader(start: number, end: number): string {
  return `bytes=${start}-${end - 1}`;
}

/** What a `Content-Range` says: first byte, one after the last, and the size of the file. */
export function parseContentRange(
  header: string | null,
): { start: number; end: number; total: number } | null {
  const [, start, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header ?? "") ?? [];
  if (start === undefined) return null;
  return { start: Number(start), end: Number(last) + 1, total: Number(total) };
}
