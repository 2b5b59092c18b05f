import type { Manifest, PublishedPieces } from "akin-browser/format";
import type { SiteReader } from "./site-reader.js";

/** Checks that all of each published network is there. */
export async function checkTowers(site: SiteReader, { towers }: Manifest): Promise<void> {
  if (!towers) return;
  await checkPieces(site, "the runtime", towers.runtime);
  for (const tower of [towers.text, towers.vision]) {
    if (tower === null) continue;
    await checkPieces(site, "a network", tower.weights);
    await site.readJson("models", tower.files);
  }
}

async function checkPieces(
  site: SiteReader,
  what: string,
  { bytes, pieces }: PublishedPieces,
): Promise<void> {
  let found = 0;
  for (const name of pieces) {
    found += (await site.readData("models", name))?.content.length ?? 0;
  }
  site.compare(`bytes of ${what}`, found, bytes);
}
