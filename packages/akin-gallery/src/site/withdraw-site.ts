import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pruneCache } from "./cached-images.js";
import { removeStale } from "./remove-stale.js";
import { SiteFolder } from "./site-folder.js";
import { forgetSite } from "./site-record.js";

/** Takes a gallery's site back: all but the files that its owner put there, and the images it was made of. */
export async function withdrawSite({
  site,
  cache,
}: {
  site: string;
  cache: string;
}): Promise<void> {
  await forgetSite(cache);
  // First what shows the rest.
  await rm(join(site, "index.html"), { force: true });
  await rm(join(site, "data/manifest.json"), { force: true });
  await removeStale(new SiteFolder(site));
  await pruneCache(cache, new Set());
}
