import { mkdir } from "node:fs/promises";
import { type Manifest, SITE_FORMAT_VERSION } from "akin-browser/format";
import type { Effects } from "../effects.js";
import { IMAGE_SIZES } from "./image-options.js";
import { placeAppFiles, readApp, titledIndex } from "./place-app.js";
import { originalPath, placePhotoFiles } from "./place-photo-files.js";
import { type PublicPhoto, readPublicPhotos } from "./public-photos.js";
import { removeStale } from "./remove-stale.js";
import { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";
import { forgetSite, recordSite } from "./site-record.js";
import { writeCards } from "./write-cards.js";
import { writeDatabases } from "./write-databases.js";
import { writeGrid } from "./write-grid.js";
import { writeSearchable } from "./write-searchable.js";

/**
 * Writes the site in place. Files whose names change with their content come first; then the manifest that names
 * them, in one step; what it no longer names is deleted last. Stopped at any moment, the site is the old or the new
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
  const photos = readPublicPhotos(input.database);
  await mkdir(input.cache, { recursive: true });
  await forgetSite(input.cache);

  await placePhotoFiles(site, photos, input, effects);
  const manifest = await writeData(site, photos, input, effects.signal);
  await site.put(".nojekyll", "");
  await placeAppFiles(site, app);
  effects.signal.throwIfAborted();

  await site.put("data/manifest.json", JSON.stringify(manifest));
  await site.put("index.html", titledIndex(app, input.title));
  await removeStale(site);
  await recordSite(input, app, site);
  return { files: site.files.size, bytes: site.bytes };
}

async function writeData(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  input: SiteInput,
  signal: AbortSignal,
): Promise<Manifest> {
  const { database, buildId, title, model, originals } = input;
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const timeline = await writeGrid(site, photos);
  signal.throwIfAborted();
  const cards = await writeCards(site, database, byId, (photo) => originalPath(photo, originals));
  signal.throwIfAborted();
  const databases = await writeDatabases(site, byId, input);
  const searchable = await writeSearchable(site, photos, byId, input);
  return {
    format: SITE_FORMAT_VERSION,
    buildId,
    title,
    photos: photos.length,
    model,
    imageSizes: [...IMAGE_SIZES],
    timeline,
    cards,
    databases,
    ...searchable,
  };
}
