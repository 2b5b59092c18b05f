import { mkdir } from "node:fs/promises";
import type { Effects } from "../effects.js";
import { writeDurable } from "./atomic-file.js";
import { writeHostFiles } from "./hosts/write-host-files.js";
import { writePages } from "./pages/write-pages.js";
import { readApp } from "./place-app.js";
import { placePhotoFiles } from "./place-photo-files.js";
import { readPublicPhotos } from "./public-photos.js";
import { removeStale } from "./remove-stale.js";
import { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";
import { forgetSite, recordSite } from "./site-record.js";
import { writeData } from "./write-data.js";

/**
 * Writes the site in place. Files whose names change with their content come first; then the page, and the manifest that
 * names them, in one step; what it no longer names is deleted last. Stopped at any moment, the site is the old or the new
 * one. Other files of the owner (CNAME, robots.txt) stay.
 *
 * The same photos and options give the same bytes, whatever was there before.
 *
 * @returns how much the whole site is
 */
export async function writeSite(
  input: SiteInput,
  effects: Effects,
): Promise<{ files: number; bytes: number }> {
  const site = new SiteFolder(input.site);
  const app = await readApp(input.app);
  const photos = readPublicPhotos(input.database, input);
  await mkdir(input.cache, { recursive: true });
  await forgetSite(input.cache);

  await placePhotoFiles(site, photos, input, effects);
  const manifest = await writeData(site, photos, input, effects.signal);
  const indexHtml = await writePages(site, app, photos, input, effects.signal);
  await writeHostFiles(site, input, effects);
  effects.signal.throwIfAborted();

  // The page goes first: a manifest without a page would be a site that can't be opened.
  await site.put("index.html", indexHtml, writeDurable);
  await site.put("data/manifest.json", JSON.stringify(manifest), writeDurable);
  await removeStale(site);
  await recordSite(input, app, site);
  return { files: site.files.size, bytes: site.bytes };
}
