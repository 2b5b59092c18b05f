import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "akin-browser/format";
import { fillSearchable } from "./fill-searchable.js";
import { makeDatabase } from "./make-database.js";
import type { PublicPhoto } from "./public-photos.js";
import { publishDatabase } from "./publish-database.js";
import { publishVectors } from "./publish-vectors.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/**
 * Writes the searchable database and the vectors.
 * @param photos all that are published, in display order
 * @param byId the same by `images.id`
 */
export async function writeSearchable(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  byId: ReadonlyMap<number, PublicPhoto>,
  input: Pick<SiteInput, "database" | "vectors" | "model" | "buildId" | "cache" | "fields">,
  signal: AbortSignal,
): Promise<Pick<Manifest, "database" | "vectors">> {
  const { database: gallery, vectors, model, buildId, cache, fields } = input;
  // In the cache, not in the system's temporary folder: that one may be too small for a large album.
  const folder = join(cache, "searchable");
  await mkdir(folder, { recursive: true });
  try {
    const file = join(folder, "database");
    const info: Record<string, string> = { build_id: buildId };
    if (model) Object.assign(info, modelInfo(model));
    await makeDatabase(file, (published) =>
      fillSearchable(published, gallery, photos, { fields, info }, signal),
    );
    const database = await publishDatabase(site, file);
    signal.throwIfAborted();
    if (!model) return { database, vectors: null };
    const rows = { photos, byId, vectors, dimensions: model.dimensions, folder };
    return { database, vectors: await publishVectors(site, rows, signal) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function modelInfo({ name, dimensions }: { name: string; dimensions: number }) {
  return { model_name: name, embedding_dim: String(dimensions) };
}
