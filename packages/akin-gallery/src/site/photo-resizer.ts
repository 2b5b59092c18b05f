import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { recordLateFailure } from "../database/failures-table.js";
import { transaction } from "../database/sqlite.js";
import { describeError } from "../describe-error.js";
import type { Effects } from "../effects.js";
import { mapSettled } from "../map-settled.js";
import { hasAllImages, readCachedImages } from "./cached-images.js";
import { imageName } from "./image-options.js";
import { makeImages } from "./make-images.js";

/** Photos whose images are made before their placeholders are written. */
const BATCH = 16;

interface PhotoWithImages {
  id: number;
  path: string;
  width: number;
  height: number;
  name: string;
  hasPlaceholder: boolean;
}

/**
 * Makes the web sizes and the placeholder of every photo that lacks them; content that was resized before is not
 * decoded again. A photo that can't be decoded to its end leaves the gallery and becomes a failure.
 */
export async function makeMissingImages(
  database: DatabaseSyncInstance,
  album: string,
  cache: string,
  effects: Effects,
): Promise<void> {
  const cached = await readCachedImages(cache);
  const missing = photosWithImages(database).filter(
    (photo) => !(photo.hasPlaceholder && hasAllImages(cached, photo)),
  );
  const progress = effects.progress("Resizing", missing.length);
  for (let start = 0; start < missing.length; start += BATCH) {
    effects.signal.throwIfAborted();
    const batch = missing.slice(start, start + BATCH);
    const made = await mapSettled(batch, availableParallelism(), (photo) =>
      makeImages({ ...photo, file: join(album, photo.path) }, cache),
    );
    const setPlaceholder = database.prepare("UPDATE images SET placeholder = ? WHERE id = ?");
    transaction(database, () => {
      for (const [index, { id }] of batch.entries()) {
        const result = made[index];
        if (result?.status === "fulfilled") setPlaceholder.run(result.value.placeholder, id);
      }
    });
    for (const [index, { path }] of batch.entries()) {
      const result = made[index];
      if (result?.status === "rejected") {
        const message = describeError(result.reason);
        recordLateFailure(database, { path, stage: "decode", code: "BROKEN_IMAGE", message });
      }
    }
    progress.update(start + batch.length);
  }
  progress.finish();
}

/** Every photo of `images`, by path. */
function photosWithImages(database: DatabaseSyncInstance): PhotoWithImages[] {
  const rows = database.prepare(`
    SELECT id, path, width, height, content_hash, placeholder IS NOT NULL AS has_placeholder
    FROM images ORDER BY path`);
  return rows.all().map((row) => ({
    id: Number(row.id),
    path: String(row.path),
    width: Number(row.width),
    height: Number(row.height),
    name: imageName(String(row.content_hash)),
    hasPlaceholder: row.has_placeholder === 1,
  }));
}
