import { type FileHandle, open } from "node:fs/promises";
import { isFilm } from "../metadata/files/film.js";

const BEGINNING = 2 ** 24;

/** What a film tells of itself is some megabytes for hours of it. */
const MOST_MOVIE = 2 ** 26;

/** No film has more of them one after the other. */
const MOST_BOXES = 10_000;

/**
 * What is searched for metadata in a file that is too large for the memory: its beginning; of a film also the box that
 * tells of it, which many cameras write at the end.
 */
export async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const beginning = await readAt(handle, 0, BEGINNING);
    if (!isFilm(beginning)) return beginning;
    const type = beginning.subarray(0, beginning.readUInt32BE(0));
    const movie = await movieBox(handle);
    return movie ? Buffer.concat([type, movie]) : beginning;
  } finally {
    await handle.close();
  }
}

async function movieBox(handle: FileHandle): Promise<Buffer | undefined> {
  let at = 0;
  for (let count = 0; count < MOST_BOXES; count++) {
    const head = await readAt(handle, at, 16);
    if (head.length < 8) return undefined;
    const short = head.readUInt32BE(0);
    const size = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short;
    if (head.toString("latin1", 4, 8) === "moov") {
      return size <= MOST_MOVIE ? readAt(handle, at, size) : undefined;
    }
    // 0 says that it goes on to the end.
    if (size < 8) return undefined;
    at += size;
  }
  return undefined;
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
