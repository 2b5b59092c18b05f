import type { VectorArray } from "../vec0/vector-array.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { seldomNeeded } from "./seldom-needed.js";

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
 * @throws GalleryError `NETWORK`
 */
export async function addVectorSql(
  { connection: { sqlite3, db }, slots }: Pick<OpenedGallery, "connection" | "slots">,
  vectors: VectorArray | null,
): Promise<void> {
  const { registerModule } = await seldomNeeded();
  const table = { name: "image_vectors", column: "embedding", metric: "cosine" } as const;
  const rowids = {
    of: (row: number) => slots.slotOf(row + 1),
    rowOf: (rowid: number) => slots.positionOf(rowid) - 1,
  };
  registerModule(sqlite3, db, vectors === null ? [] : [{ ...table, vectors, rowids }]);
}
