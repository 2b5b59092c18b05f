import { closeSync, fstatSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { PublishedDatabase } from "akin-browser/format";
import { type ChunkRule, cutChunks } from "./cut-chunks.js";
import { PAGE_SIZE } from "./make-database.js";
import { type Chunk, publishChunks } from "./publish-chunks.js";
import type { SiteFolder } from "./site-folder.js";
import { readWhole } from "./whole-io.js";

/** Pages read at once. */
const READ = 64;

/** Some 16 pages: 64 KB, less than half of that compressed. */
const RULE: ChunkRule<Buffer> = {
  least: 4,
  most: 64,
  begins: (page) => crc32(page) % 12 === 0,
};

/** Publishes a SQLite file in chunks of whole pages. */
export async function publishDatabase(site: SiteFolder, file: string): Promise<PublishedDatabase> {
  const handle = openSync(file, "r");
  try {
    const chunks = chunksOf(readPages(handle));
    const published = await publishChunks(site, "database", chunks, { compress: true });
    return { ...published, pageSize: PAGE_SIZE };
  } finally {
    closeSync(handle);
  }
}

function* readPages(handle: number): Generator<Buffer> {
  const { size } = fstatSync(handle);
  for (let offset = 0; offset < size; offset += READ * PAGE_SIZE) {
    const block = Buffer.alloc(Math.min(READ * PAGE_SIZE, size - offset));
    readWhole(handle, block, offset);
    for (let start = 0; start < block.length; start += PAGE_SIZE) {
      yield block.subarray(start, start + PAGE_SIZE);
    }
  }
}

function* chunksOf(pages: Iterable<Buffer>): Generator<Chunk> {
  for (const chunk of cutChunks(pages, RULE)) {
    yield { bytes: Buffer.concat(chunk), length: chunk.length };
  }
}
