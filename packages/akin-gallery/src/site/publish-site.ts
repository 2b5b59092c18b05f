import { fileURLToPath } from "node:url";
import { buildInfo } from "../database/build-info.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import type { OpenGallery } from "../open-gallery.js";
import type { AkinOptions } from "../options.js";
import { startMap } from "../similarity/map/index.js";
import { titleOf } from "../stages.js";
import { openTowers } from "../words/open-towers.js";
import { pruneCache } from "./cached-images.js";
import { imageName } from "./image-options.js";
import { presentationOf } from "./presentation.js";
import { publicFields } from "./public-fields.js";
import { gpsPolicyOf } from "./public-summary.js";
import { siteIsCurrent } from "./site-record.js";
import { writeSite } from "./write-site.js";

/** The built app, which the package carries. */
const APP_FOLDER = fileURLToPath(new URL("../../app", import.meta.url));

/**
 * Stage: writes site/ unless it is that of this build already, and clears the cache of what no photo has any more.
 * The build must be finished (`finishBuild`).
 */
export async function publishSite(
  gallery: OpenGallery,
  store: VectorStore,
  album: string,
  options: AkinOptions,
  effects: Effects,
): Promise<void> {
  const { name, dimensions } = store.model;
  const buildId = buildInfo(gallery.database, "build_id");
  if (buildId === undefined) throw new RangeError("a site is made of a finished build only");
  const input = {
    database: gallery.database,
    model: { name, dimensions },
    buildId,
    title: titleOf(album, options),
    presentation: presentationOf(options),
    photosFolder: album,
    cache: gallery.paths.cache,
    site: gallery.paths.site,
    app: APP_FOLDER,
    originals: options.originals,
    fields: publicFields(options),
    cors: options.cors,
    towers: await openTowers(store, options, effects),
  };
  const gps = gpsPolicyOf(gallery.database);
  if (options.originals !== "none" && gps !== "keep") {
    effects.warn(
      `The originals are published with all their metadata: --gps ${gps} does not hold for them, nor does --withhold.`,
    );
  }
  if (await siteIsCurrent(input)) return;
  effects.info("Writing the site");
  const map = options.pages.includes("likeness") ? startMap(gallery) : null;
  try {
    const mapPlaces = map && (() => map.places(effects));
    await writeSite(
      { ...input, vectors: store.readEach(), words: store.words.readAll(), mapPlaces },
      effects,
    );
  } finally {
    await map?.stop();
  }
  await pruneCache(gallery.paths.cache, imageNames(gallery));
}

function imageNames({ database }: OpenGallery): Set<string> {
  const hashes = database.prepare("SELECT content_hash FROM images").all();
  return new Set(hashes.map((row) => imageName(String(row.content_hash))));
}
