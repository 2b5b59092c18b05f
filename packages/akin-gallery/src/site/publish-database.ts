import { closeSync, fstatSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { PublishedDatabase } from "akin-browser/format";
import { type ChunkRule, cutChunks } from "./cut-chunks.js";
import { firstPages } from "./first-pages.js";
import { PAGE_SIZE } from "./make-database.js";
import { type Chunk, publishChunks } from "./publish-chunks.js";
import type { SiteFolder } from "./site-folder.js";
import { readWhole } from "./whole-io.js";

/** Pages read at once. */
const READ = 16;

interface Page {
  /** From 1. */
  number: number;
  bytes: Buffer;
}

/**
 * Two pages on average, some 10 KB compressed: the photos that a search finds lie in as many chunks as they are, and a
 * request for 10 KB takes a line of 10 Mbit/s little longer than its delay.
 */
const RULE: ChunkRule<Page> = { least: 1, most: 8, begins: ({ bytes }) => crc32(bytes) % 2 === 0 };

/** Publishes a SQLite file in chunks of whole pages. */
export async function publishDatabase(site: SiteFolder, file: string): Promise<PublishedDatabase> {
  const firstOnes = firstPages(file);
  const first: number[] = [];
  const handle = openSync(file, "r");
  try {
    const chunks = chunksOf(readPages(handle), firstOnes, first);
    const published = await publishChunks(site, "database", chunks, { compress: true });
    return { ...published, pageSize: PAGE_SIZE, first };
  } finally {
    closeSync(handle);
  }
}

function* readPages(handle: number): Generator<Page> {
  const { size } = fstatSync(handle);
  let number = 1;
  for (let offset = 0; offset < size; offset += READ * PAGE_SIZE) {
    const block = Buffer.alloc(Math.min(READ * PAGE_SIZE, size - offset));
    readWhole(handle, block, offset);
    for (let start = 0; start < block.length; start += PAGE_SIZE) {
      yield { number, bytes: block.subarray(start, start + PAGE_SIZE) };
      number += 1;
    }
  }
}

/** @param first gets the numbers, from 0, of the chunks that hold one of `wanted` */
function* chunksOf(
  pages: Iterable<Page>,
  wanted: ReadonlySet<number>,
  first: number[],
): Generator<Chunk> {
  let chunk = 0;
  for (const held of cutChunks(pages, RULE)) {
    if (held.some(({ number }) => wanted.has(number))) first.push(chunk);
    chunk += 1;
    yield { bytes: Buffer.concat(held.map(({ bytes }) => bytes)), length: held.length };
  }
}
