import { registerModule } from "../vec0/register-module.js";
import type { VectorArray } from "../vec0/vector-array.js";
import type { Connection } from "./connection.js";

/** Whether a statement failed because `image_vectors` is not there yet: SQLite itself knows what a statement needs. */
export function missesVectors(error: unknown): boolean {
  return error instanceof Error && /no such table: (temp\.)?image_vectors$/i.test(error.message);
}

/** Makes `temp.image_vectors` of vectors that are in memory. */
export function addVectorTable({ sqlite3, db }: Connection, vectors: VectorArray): void {
  const table = { name: "image_vectors", column: "embedding", metric: "cosine", vectors } as const;
  registerModule(sqlite3, db, [table]);
}
