import { GalleryError } from "../gallery-error.js";
import type { VectorArray } from "../vec0/vector-array.js";
import type { Connection } from "./connection.js";

/** What vector-sql.ts exports. */
type VectorSql = Pick<typeof import("../vec0/register-module.js"), "registerModule">;

/** Whether a statement failed because `image_vectors` is not there yet: SQLite itself knows what a statement needs. */
export function missesVectors(error: unknown): boolean {
  return error instanceof Error && /no such table: (temp\.)?image_vectors$/i.test(error.message);
}

/** Whether it failed because sqlite-vec's functions are not there yet. */
export function missesFunctions(error: unknown): boolean {
  return error instanceof Error && /no such function: vec_\w+$/i.test(error.message);
}

/**
 * Adds sqlite-vec's functions and, of vectors that are in memory, `temp.image_vectors`.
 *
 * @param script URL of `vector-sql.js`
 * @throws GalleryError `NETWORK`
 */
export async function addVectorSql(
  { sqlite3, db }: Connection,
  script: string,
  vectors: VectorArray | null,
): Promise<void> {
  const { registerModule } = await fetchScript(script);
  const table = { name: "image_vectors", column: "embedding", metric: "cosine" } as const;
  registerModule(sqlite3, db, vectors === null ? [] : [{ ...table, vectors }]);
}

async function fetchScript(url: string): Promise<VectorSql> {
  try {
    // Bundlers leave it as it is: a worker's one file can't name another that they would move.
    return await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ url
    );
  } catch (cause) {
    throw new GalleryError("NETWORK", "The code of SQL over vectors could not be fetched.", {
      cause,
    });
  }
}
