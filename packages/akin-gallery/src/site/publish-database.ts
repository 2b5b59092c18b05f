import { closeSync, fstatSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { PublishedDatabase } from "akin-browser/format";
import { type ChunkRule, cutChunks } from "./cut-chunks.js";
import { PAGE_SIZE } from "./make-database.js";
import { pageKinds } from "./page-kinds.js";
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
 * Two pages on average, some 8 KB compressed, but for pages of photos: those that a search finds lie in as many pages as they
 * are, and each is a chunk of its own.
 */
function ruleFor(photoPages: ReadonlySet<number>): ChunkRule<Page> {
  const begins = ({ number, bytes }: Page) =>
    photoPages.has(number) || photoPages.has(number - 1) || crc32(bytes) % 2 === 0;
  return { least: 1, most: 8, begins };
}

/** Publishes a SQLite file in chunks of whole pages. */
export async function publishDatabase(site: SiteFolder, file: string): Promise<PublishedDatabase> {
  const { first: wanted, photos } = pageKinds(file);
  const first: number[] = [];
  const handle = openSync(file, "r");
  try {
    const chunks = chunksOf(cutChunks(readPages(handle), ruleFor(photos)), wanted, first);
    const published = await publishChunks(site, "database", chunks, { compress: true });
    const { names, ...described } = published;
    return {
      ...described,
      pageSize: PAGE_SIZE,
      first: first.flatMap((chunk) => names[chunk] ?? []),
    };
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
  cut: Iterable<Page[]>,
  wanted: ReadonlySet<number>,
  first: number[],
): Generator<Chunk> {
  let chunk = 0;
  for (const held of cut) {
    if (held.some(({ number }) => wanted.has(number))) first.push(chunk);
    chunk += 1;
    yield { bytes: Buffer.concat(held.map(({ bytes }) => bytes)), length: held.length };
  }
}
