import { type FetchFileOptions, fetchFile } from "./fetch-file.js";
import { freshIfDamaged } from "./fresh-if-damaged.js";
import type { HashName } from "./hash-name.js";
import { publishedContent } from "./published-content.js";

/**
 * The checked content of a file that is named by its hash.
 *
 * @param folder URL that ends with `/`
 * @throws GalleryError `NOT_FOUND`, `NETWORK`, `DAMAGED`
 */
export function fetchPublished(
  folder: string,
  name: string,
  hashName: HashName,
  options: Omit<FetchFileOptions, "cache"> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const url = folder + encodeURIComponent(name);
  return freshIfDamaged(async (cache) =>
    publishedContent(await fetchFile(url, { ...options, cache }), name, url, hashName),
  );
}
