import type { PublishedVectors, VectorChunks } from "akin-browser/format";
import { checkChunks } from "./check-chunks.js";
import type { SiteReader } from "./site-reader.js";

/** Checks the chunks of both kinds of rows, and that each photo has its row. */
export async function checkVectors(
  site: SiteReader,
  { dimensions, rows, int8, signs }: PublishedVectors,
  photos: number,
): Promise<void> {
  site.compare("photos with rows of vectors", rows, photos);
  const kinds: [kind: string, chunks: VectorChunks, rowBytes: number][] = [
    ["int8", int8, dimensions],
    ["signs", signs, Math.ceil(dimensions / 8)],
  ];
  for (const [kind, { bytes, index }, rowBytes] of kinds) {
    const totals = await checkChunks(site, "vectors", index, rowBytes);
    if (!totals.whole) continue;
    site.compare(`bytes of ${kind} rows`, totals.bytes, bytes);
    site.compare(`${kind} rows`, totals.length, rows);
  }
}
