import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Presentation } from "akin-browser/format";
import { readLesserPhotos } from "../../database/groups-table.js";
import { coverOf } from "../cover-of.js";
import { type AppFiles, placeAppFiles } from "../place-app.js";
import type { PublicFields } from "../public-fields.js";
import { type PublicPhoto, publicDetailsReader } from "../public-photos.js";
import type { SiteFolder } from "../site-folder.js";
import { galleryPage } from "./gallery-page.js";
import { SHARE_STYLE, writeShareStyle } from "./share-style.js";
import { webManifest } from "./web-manifest.js";
import { galleryMark, type Icons, MARK, writeIcons } from "./write-icons.js";
import { writeSharePages } from "./write-share-pages.js";

/** The app's service worker, which is in the site only where the gallery can be installed. */
export const SERVICE_WORKER = "sw.js";

export const WEB_MANIFEST = "manifest.webmanifest";

/** What pages are made of. */
export interface PagesInput {
  database: DatabaseSyncInstance;
  title: string;
  presentation: Presentation;
  fields: PublicFields;
}

/**
 * Writes all that a visitor's browser, a messenger or a search engine opens, but for index.html.
 *
 * @param photos all that are published, in display order
 * @returns index.html, to be written when all else is there
 */
export async function writePages(
  site: SiteFolder,
  app: AppFiles,
  photos: readonly PublicPhoto[],
  { database, title, presentation, fields }: PagesInput,
  signal: AbortSignal,
): Promise<string> {
  const { accent, installable, sharePages } = presentation;
  const without = [SHARE_STYLE, MARK, ...(installable ? [] : [SERVICE_WORKER])];
  await placeAppFiles(site, app, without);
  const mark = galleryMark(app, accent?.dark);
  await site.put(MARK, mark);
  let icons: Icons | undefined;
  if (installable) {
    icons = await writeIcons(site, mark);
    await site.put(WEB_MANIFEST, webManifest(title, presentation, icons.manifest));
  }
  if (sharePages) {
    const styleSheet = await writeShareStyle(site, app, accent);
    const gallery = { title, presentation, styleSheet };
    await writeSharePages(site, photos, publicDetailsReader(database, fields), gallery, signal);
  }
  const cover = coverOf(photos, readLesserPhotos(database));
  return galleryPage(app.indexHtml, { title, presentation, cover, touchIcon: icons?.touchIcon });
}
