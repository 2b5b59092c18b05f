import { MAP_ROW_BYTES, type MapChunk, type PublishedMap } from "akin-browser/format";
import type { SiteReader } from "./site-reader.js";

/** Checks the overview and the chunks of the map, and that they hold as many photos as the manifest says. */
export async function checkMap(
  site: SiteReader,
  { photos, chunkSize, overview, chunks }: PublishedMap,
  all: number,
): Promise<void> {
  if (photos > all) site.compare("photos on the map", photos, all);
  const file = await site.readData("map", overview);
  if (file)
    site.compare("photos in the map's overview", file.content.length / MAP_ROW_BYTES, photos);
  const names: string[] | undefined = await site.readJson("map", chunks);
  if (!names) return;
  site.compare("chunks of the map", names.length, Math.ceil(photos / chunkSize));
  for (const [index, name] of names.entries()) {
    const chunk: MapChunk | undefined = await site.readJson("map", name);
    const expected = Math.min(chunkSize, photos - index * chunkSize);
    if (chunk) site.compare(`photos in data/map/${name}`, chunk.ids.length, expected);
  }
}
