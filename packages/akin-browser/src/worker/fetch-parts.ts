import type { DatabaseProgress } from "../databases/database.js";
import { fetchFile } from "../source/fetch-file.js";
import { freshIfDamaged } from "../source/fresh-if-damaged.js";
import { unpack } from "../source/unpack.js";
import type { DatabaseFile } from "./messages.js";

/** The decompressed parts of files that are under way, by URL. */
export type FetchedParts = ReadonlyMap<string, Promise<Uint8Array<ArrayBuffer>>>;

/** Starts to fetch all parts of all files at once, and reports their bytes together. */
export function fetchParts(
  files: readonly DatabaseFile[],
  onProgress: (progress: DatabaseProgress) => void,
): FetchedParts {
  const totalBytes = files.reduce((sum, { transferBytes }) => sum + transferBytes, 0);
  const received = new Map<string, number>();
  const report = (url: string, bytes: number) => {
    received.set(url, bytes);
    const sum = [...received.values()].reduce((total, part) => total + part, 0);
    // A host that lets the browser decompress shows us more bytes than were transferred.
    onProgress({ loadedBytes: Math.min(sum, totalBytes), totalBytes });
  };
  const parts = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  for (const url of new Set(files.flatMap(({ urls }) => urls))) {
    const unpacked = freshIfDamaged(async (cache) => {
      const part = await fetchFile(url, { cache, onBytes: (bytes) => report(url, bytes) });
      return unpack(part, url);
    });
    // Whoever awaits this part is told; until then the browser must not call the failure unhandled.
    unpacked.catch(() => {});
    parts.set(url, unpacked);
  }
  return parts;
}
