import { join } from "node:path";
import { openWithVectors } from "./dump-gallery.js";

/** The vectors of a gallery by the photos' file names. */
export function vectorsByName(gallery: string): Map<string, Float32Array> {
  const database = openWithVectors(join(gallery, "vectors.db"));
  try {
    const rows = database
      .prepare(
        `SELECT vm.image_path AS path, iv.embedding AS embedding
         FROM vector_metadata vm JOIN image_vectors iv ON iv.rowid = vm.rowid`,
      )
      .all();
    return new Map(
      rows.map(({ path, embedding }) => {
        const bytes = Uint8Array.from(embedding as Uint8Array);
        return [String(path).replace(/^.*\//, ""), new Float32Array(bytes.buffer)];
      }),
    );
  } finally {
    database.close();
  }
}

/** The sum of directions that `plus` and `minus` give. */
export function direction(
  vectors: ReadonlyMap<string, Float32Array>,
  plus: readonly string[],
  minus: readonly string[] = [],
): Float32Array {
  const named = [...plus, ...minus].map((name) => vectors.get(name) ?? new Float32Array());
  return named.reduce(
    (sum, vector, at) => {
      const scale = (at < plus.length ? 1 : -1) / Math.sqrt(product(vector, vector));
      return sum.map((value, i) => value + scale * (vector[i] ?? 0));
    },
    new Float32Array(named[0]?.length ?? 0),
  );
}

export function cosine(one: Float32Array, other: Float32Array): number {
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}

function product(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}
