import {
  availableSizes,
  type CardShard,
  type GridBlock,
  imagePath,
  type Manifest,
  SITE_FORMAT_VERSION,
} from "akin-browser/format";
import { describeError } from "../describe-error.js";
import { checkAlbums } from "./check-albums.js";
import { checkDatabase } from "./check-database.js";
import { checkMap } from "./check-map.js";
import { checkPages, SharePageCheck } from "./check-pages.js";
import { checkTowers } from "./check-towers.js";
import { checkVectors } from "./check-vectors.js";
import { checkVocabulary } from "./check-vocabulary.js";
import { forEachLimited } from "./for-each-limited.js";
import { SiteReader } from "./site-reader.js";

/** Files read at once. */
const AT_ONCE = 16;

/**
 * Reads a whole site and compares it with its manifest.
 * @returns what is missing or damaged, one line each; empty if the site is whole
 */
export async function checkSite(folder: string): Promise<string[]> {
  const site = new SiteReader(folder);
  try {
    const manifest = await readManifest(site);
    if (manifest) await checkAll(site, manifest);
  } catch (error) {
    // Files with the right hash that still can't be read as what they should be.
    site.problems.push(`the site's data is not in the expected form: ${describeError(error)}`);
  }
  return site.problems.sort();
}

async function readManifest(site: SiteReader): Promise<Manifest | undefined> {
  const bytes = await site.read("data/manifest.json");
  if (!bytes) return undefined;
  let manifest: Manifest;
  try {
    manifest = JSON.parse(bytes.toString());
  } catch (error) {
    site.problems.push(`data/manifest.json is damaged: ${describeError(error)}`);
    return undefined;
  }
  if (manifest.format === SITE_FORMAT_VERSION) return manifest;
  site.problems.push(`the site has format ${manifest.format}, expected ${SITE_FORMAT_VERSION}`);
  return undefined;
}

async function checkAll(site: SiteReader, manifest: Manifest): Promise<void> {
  await checkPages(site, manifest);
  await checkGrid(site, manifest);
  await checkCards(site, manifest);
  await checkDatabase(site, manifest.database, manifest.buildId);
  await checkAlbums(site, manifest);
  if (manifest.likenessMap) await checkMap(site, manifest.likenessMap, manifest.photos);
  if (manifest.vectors) await checkVectors(site, manifest.vectors, manifest.photos);
  await checkVocabulary(site, manifest);
  await checkTowers(site, manifest);
}

async function checkGrid(site: SiteReader, { timeline, imageSizes }: Manifest): Promise<void> {
  const blocks = timeline.flatMap((month) => month.blocks.map((block) => block.name));
  await forEachLimited(blocks, AT_ONCE, async (name) => {
    const block: GridBlock | undefined = await site.readJson("grid", name);
    for (const [index, image] of block?.images.entries() ?? []) {
      const [width = 0, height = 0] = [block?.widths[index], block?.heights[index]];
      for (const size of availableSizes(width, height, imageSizes)) {
        await site.exists(imagePath(image, size), true);
      }
    }
  });
}

async function checkCards(site: SiteReader, manifest: Manifest): Promise<void> {
  const pages = await SharePageCheck.start(site, manifest);
  for (const index of manifest.cards.index) {
    const shards: string[] | undefined = await site.readJson("cards", index);
    await forEachLimited(shards ?? [], AT_ONCE, async (name) => {
      const shard: CardShard | undefined = await site.readJson("cards", name);
      for (const card of Object.values(shard ?? {})) {
        if (card.original !== null) await site.exists(card.original, false);
        await pages?.check(card);
      }
    });
  }
}
