import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The folders of `site/data` whose files are named by their content. */
export const DATA_FOLDERS = [
  "grid",
  "cards",
  "database",
  "vectors",
  "albums",
  "places",
  "map",
  "words",
  "models",
] as const;

/** What an owner has to upload, by folder of `site/data`, and in all. */
export interface ChangedBytes {
  total: number;
  files: number;
  manifest: number;
  folders: Record<(typeof DATA_FOLDERS)[number], number>;
}

/** Compares two sites: what the second has that the first has not. */
export function changedBytes(before: string, after: string): ChangedBytes {
  const changed: ChangedBytes = {
    total: 0,
    files: 0,
    manifest: 0,
    folders: {
      ...{ grid: 0, cards: 0, database: 0, vectors: 0, albums: 0, places: 0, map: 0 },
      ...{ words: 0, models: 0 },
    },
  };
  const manifests = [before, after].map((site) => readFileSync(join(site, "data/manifest.json")));
  if (manifests[1] && !manifests[0]?.equals(manifests[1])) {
    changed.manifest = manifests[1].length;
    changed.files = 1;
  }
  for (const folder of DATA_FOLDERS) {
    const published = join(after, "data", folder);
    // Albums without folders or places, and models that read no words, have no such file.
    for (const name of existsSync(published) ? readdirSync(published) : []) {
      if (existsSync(join(before, "data", folder, name))) continue;
      changed.folders[folder] += statSync(join(published, name)).size;
      changed.files += 1;
    }
  }
  changed.total = Object.values(changed.folders).reduce((a, b) => a + b, changed.manifest);
  return changed;
}
