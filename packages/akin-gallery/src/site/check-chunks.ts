import { forEachLimited } from "./for-each-limited.js";
import type { DataFolder } from "./site-folder.js";
import type { SiteReader } from "./site-reader.js";

/** Chunks read at once. */
const AT_ONCE = 8;

/** What chunks that are whole add up to. */
export interface ChunkTotals {
  /** Before compression. */
  bytes: number;
  transferBytes: number;
  /** Pages or rows. */
  length: number;
  /** False if one is missing or damaged. */
  whole: boolean;
}

/**
 * Reads all chunks that the index files list.
 *
 * @param unit bytes of a page or row
 * @param visit gets the content of each chunk that is whole, with its place among all bytes; in any order
 */
export async function checkChunks(
  site: SiteReader,
  folder: DataFolder,
  index: readonly string[],
  unit: number,
  visit: (content: Buffer, offset: number) => void = () => {},
): Promise<ChunkTotals> {
  const totals = { bytes: 0, transferBytes: 0, length: 0, whole: true };
  for (const part of index) {
    const entries: [string, number][] | undefined = await site.readJson(folder, part);
    if (!entries) totals.whole = false;
    const chunks = (entries ?? []).map(([name, length]) => {
      const offset = totals.length * unit;
      totals.length += length;
      return { name, length, offset };
    });
    await forEachLimited(chunks, AT_ONCE, async ({ name, length, offset }) => {
      const file = await site.readData(folder, name);
      if (!file || file.content.length !== length * unit) {
        if (file)
          site.problems.push(`data/${folder}/${name} does not have the length of its index`);
        totals.whole = false;
        return;
      }
      totals.bytes += file.content.length;
      totals.transferBytes += file.storedBytes;
      visit(file.content, offset);
    });
  }
  return totals;
}
