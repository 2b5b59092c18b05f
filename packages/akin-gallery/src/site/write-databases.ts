import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "akin-browser/format";
import { fillMainDatabase } from "./fill-main-database.js";
import { fillVectorsDatabase } from "./fill-vectors-database.js";
import type { PublicPhoto } from "./public-photos.js";
import { makeDatabase, publishInParts } from "./published-database.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/**
 * Writes the searchable databases.
 * @param photos all that are published, by id
 */
export async function writeDatabases(
  site: SiteFolder,
  photos: ReadonlyMap<number, PublicPhoto>,
  input: Pick<SiteInput, "database" | "vectors" | "model" | "buildId" | "cache">,
): Promise<Manifest["databases"]> {
  const { database, vectors, model, buildId, cache } = input;
  // In the cache, not in the system's temporary folder: that one may be too small for a large album.
  const folder = join(cache, "published-databases");
  await mkdir(folder, { recursive: true });
  try {
    const mainFile = join(folder, "main.db");
    makeDatabase(mainFile, (main) => fillMainDatabase(main, database, photos, buildId));
    const main = publishInParts(site, "database", mainFile);
    // Awaited below: this keeps a failure meanwhile from being unhandled.
    main.catch(() => {});
    const vectorsFile = join(folder, "vectors.db");
    makeDatabase(vectorsFile, (file) => fillVectorsDatabase(file, vectors, photos, model, buildId));
    return { main: await main, vectors: await publishInParts(site, "vectors", vectorsFile) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
