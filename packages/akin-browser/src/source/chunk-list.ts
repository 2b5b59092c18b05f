import { GalleryError } from "../gallery-error.js";
import { fetchPublished } from "./fetch-published.js";
import type { HashName } from "./hash-name.js";
import { parseJson } from "./parse-json.js";

/** Chunks in order. */
export interface ChunkList {
  names: readonly string[];
  /** Where each one ends, in pages or rows, ascending. */
  ends: readonly number[];
}

/**
 * Reads the index files of a chunked file.
 *
 * @param folder URL that ends with `/`
 * @param length pages or rows of all chunks together, as the manifest has it
 * @throws GalleryError `DAMAGED` if they don't fit together
 */
export async function fetchChunkList(
  folder: string,
  index: readonly string[],
  length: number,
  hashName: HashName,
  signal?: AbortSignal,
): Promise<ChunkList> {
  const parts = await Promise.all(
    index.map(async (name) => {
      const content = await fetchPublished(folder, name, hashName, { signal });
      return parseEntries(parseJson(content, folder + name), folder + name);
    }),
  );
  const entries = parts.flat();
  let end = 0;
  const ends = entries.map(([, count]) => {
    end += count;
    return end;
  });
  if (end !== length) {
    const message = `The chunks in ${folder} hold ${end} pages or rows; the manifest says ${length}.`;
    throw new GalleryError("DAMAGED", message);
  }
  return { names: entries.map(([name]) => name), ends };
}

function parseEntries(value: unknown, url: string): [name: string, count: number][] {
  if (!Array.isArray(value) || !value.every(isEntry)) {
    throw new GalleryError("DAMAGED", `${url} is not an index of chunks.`);
  }
  return value;
}

function isEntry(value: unknown): value is [string, number] {
  return (
    Array.isArray(value) &&
    typeof value[0] === "string" &&
    Number.isSafeInteger(value[1]) &&
    value[1] > 0
  );
}
