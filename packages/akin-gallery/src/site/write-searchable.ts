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
 * @param byId the same
 */
export async function writeSearchable(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  byId: ReadonlyMap<number, PublicPhoto>,
  input: Pick<SiteInput, "database" | "vectors" | "model" | "buildId" | "cache">,
): Promise<Pick<Manifest, "database" | "vectors">> {
  const { database: gallery, model, buildId, cache } = input;
  // In the cache, not in the system's temporary folder: that one may be too small for a large album.
  const folder = join(cache, "searchable");
  await mkdir(folder, { recursive: true });
  try {
    const file = join(folder, "database");
    const info = {
      build_id: buildId,
      ...(model && { model_name: model.name, embedding_dim: String(model.dimensions) }),
    };
    makeDatabase(file, (published) => fillSearchable(published, gallery, photos, info));
    const database = await publishDatabase(site, file);
    const vectors =
      model && (await publishVectors(site, photos, byId, input.vectors, model.dimensions, folder));
    return { database, vectors };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
