import { cutChunks } from "./cut-chunks.js";
import { forEachLimited } from "./for-each-limited.js";
import type { DataFolder, SiteFolder } from "./site-folder.js";

/** A chunk to be written. */
export interface Chunk {
  bytes: Uint8Array;
  /** Pages or rows in it. */
  length: number;
}

/** Chunks as they are published. */
export interface PublishedChunks {
  /** Size of all chunks before compression, in bytes. */
  bytes: number;
  /** Size of all chunks as they are stored, in bytes. */
  transferBytes: number;
  /** Names of the index files. */
  index: string[];
  /** Names of the chunks, in order. */
  names: string[];
}

/** Chunks in memory and in zlib's threads at once. */
const AT_ONCE = 8;

/** An index file lists some 500 chunks: 6 KB, of which an insertion changes one or two. */
const INDEX_RULE = {
  least: 256,
  most: 1024,
  begins: ([name]: ChunkEntry) => name.startsWith("00"),
};

type ChunkEntry = [name: string, length: number];

/** Writes chunks under their content's hash, and the index that lists them in order. */
export async function publishChunks(
  site: SiteFolder,
  folder: DataFolder,
  chunks: Iterable<Chunk>,
  options: { compress: boolean },
): Promise<PublishedChunks> {
  const entries: ChunkEntry[] = [];
  let bytes = 0;
  let transferBytes = 0;
  await forEachLimited(chunks, AT_ONCE, async (chunk, position) => {
    const stored = await site.putData(folder, chunk.bytes, options);
    entries[position] = [stored.name, chunk.length];
    bytes += chunk.bytes.length;
    transferBytes += stored.bytes;
  });
  const index: string[] = [];
  for (const part of cutChunks(entries, INDEX_RULE)) {
    const { name } = await site.putData(folder, JSON.stringify(part));
    index.push(name);
  }
  return { bytes, transferBytes, index, names: entries.map(([name]) => name) };
}
