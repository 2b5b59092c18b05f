import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PublishedVectors } from "akin-browser/format";
import { type ChunkRule, cutChunks } from "./cut-chunks.js";
import type { PublicPhoto } from "./public-photos.js";
import { type Chunk, publishChunks } from "./publish-chunks.js";
import { toInt8, toSigns } from "./quantise-vector.js";
import { RowFile } from "./row-file.js";
import type { SiteFolder } from "./site-folder.js";

/** A photo's embedding: Float32Array of length D, L2-normalised. */
export interface PhotoVector {
  /** `images.id` */
  id: number;
  vector: Float32Array;
}

/** A photo's part of a row, with the photo's id, by which borders are chosen. */
interface Row {
  id: number;
  bytes: Uint8Array;
}

/** Vectors between two chances for Ctrl-C. */
const AT_ONCE = 1000;

/**
 * Photos in a chunk of int8 rows on average: 16 KB of 512 dimensions. A shortlist of 100 lies in some 40 chunks, hardly
 * fewer if they are larger; and each photo that is added among older ones changes two.
 */
const INT8_AVERAGE = 32;

/**
 * 16 KB of 512 dimensions. Readers fetch all of them, for which requests of four times as much are hardly faster; ten photos
 * that are added among older ones would then change 640 KB.
 */
const SIGNS_AVERAGE = 256;

/** What the published vectors are made of. */
export interface VectorsInput {
  /** All that are published, in display order. */
  photos: readonly PublicPhoto[];
  /** The same by `images.id`; other photos' vectors are left out. */
  byId: ReadonlyMap<number, PublicPhoto>;
  /** In any order. */
  vectors: Iterable<PhotoVector>;
  dimensions: number;
  /** For a file that is needed meanwhile. */
  folder: string;
}

/** Publishes the vectors in order of position. */
export async function publishVectors(
  site: SiteFolder,
  { photos, byId, vectors, dimensions, folder }: VectorsInput,
  signal: AbortSignal,
): Promise<PublishedVectors> {
  const signBytes = Math.ceil(dimensions / 8);
  const file = new RowFile(join(folder, "vectors"), photos.length, dimensions + signBytes);
  try {
    const row = new Uint8Array(dimensions + signBytes);
    let read = 0;
    for (const { id, vector } of vectors) {
      if (read++ % AT_ONCE === 0) {
        await setImmediate();
        signal.throwIfAborted();
      }
      const photo = byId.get(id);
      if (!photo) continue;
      row.set(new Uint8Array(toInt8(vector).buffer), 0);
      row.set(toSigns(vector), dimensions);
      file.write(photo.position - 1, row);
    }
    const publish = async (rule: ChunkRule<Row>, from: number, to: number) => {
      const chunks = chunksOf(rowsOf(file, photos, from, to), rule);
      const { bytes, index } = await publishChunks(site, "vectors", chunks, { compress: false });
      return { bytes, index };
    };
    const int8 = await publish(ruleFor(INT8_AVERAGE), 0, dimensions);
    const signs = await publish(ruleFor(SIGNS_AVERAGE), dimensions, dimensions + signBytes);
    return { dimensions, rows: photos.length, int8, signs };
  } finally {
    file.close();
  }
}

function ruleFor(average: number): ChunkRule<Row> {
  const half = average / 2;
  // An id is a hash already.
  return { least: half, most: 2 * average, begins: ({ id }) => id % half === 0 };
}

/** The bytes `from` to below `to` of each row, in order of position. */
function* rowsOf(
  file: RowFile,
  photos: readonly PublicPhoto[],
  from: number,
  to: number,
): Generator<Row> {
  let index = photos.length;
  for (const row of file.read()) {
    index -= 1;
    yield { id: photos[index]?.id ?? 0, bytes: row.slice(from, to) };
  }
}

function* chunksOf(rows: Iterable<Row>, rule: ChunkRule<Row>): Generator<Chunk> {
  for (const chunk of cutChunks(rows, rule)) {
    yield { bytes: Buffer.concat(chunk.map((row) => row.bytes)), length: chunk.length };
  }
}
