import type { SqlRow } from "../databases/database.js";
import type { OpenedGallery } from "./opened-gallery.js";

/** A table that is read whole when it is first needed, and what is made of it kept. */
export function oncePerGallery<Row extends SqlRow, Made>(sql: string, make: (rows: Row[]) => Made) {
  const made = new WeakMap<OpenedGallery, Made>();
  return async (gallery: OpenedGallery, signal: AbortSignal): Promise<Made> => {
    const known = made.get(gallery);
    if (known !== undefined) return known;
    const { connection } = gallery;
    const fresh = make(await connection.run(() => connection.selectNow<Row>(sql), signal));
    made.set(gallery, fresh);
    return fresh;
  };
}
