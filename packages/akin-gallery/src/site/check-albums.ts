import { type AlbumFolder, type Manifest, PLACE_COLUMNS } from "akin-browser/format";
import type { SiteReader } from "./site-reader.js";

/** Compares the list of folders and the file of places with the rest of the site. */
export async function checkAlbums(site: SiteReader, manifest: Manifest): Promise<void> {
  const { albums, places, photos } = manifest;
  if (albums !== null) await checkFolders(site, albums, photos);
  if (places !== null) await checkPlaces(site, places, photos);
}

async function checkFolders(site: SiteReader, name: string, photos: number): Promise<void> {
  const folders: AlbumFolder[] = (await site.readJson("albums", name)) ?? [];
  const outermost = folders.filter(({ path }) => !path.includes("/"));
  const inFolders = outermost.reduce((sum, folder) => sum + folder.photos, 0);
  if (inFolders > photos) site.compare("photos in folders", inFolders, photos);
}

async function checkPlaces(site: SiteReader, name: string, photos: number): Promise<void> {
  const file = await site.readData("places", name);
  if (!file) return;
  const rows = file.content.readUInt32LE(0);
  const names: unknown = JSON.parse(file.content.toString("utf8", 4 + 4 * PLACE_COLUMNS * rows));
  if (!Array.isArray(names) || rows > photos) site.compare("photos with a place", rows, photos);
}
