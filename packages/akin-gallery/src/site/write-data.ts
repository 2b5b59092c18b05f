import { type Manifest, SITE_FORMAT_VERSION } from "akin-browser/format";
import { readLesserPhotos } from "../database/groups-table.js";
import { readCalibration, readLookCalibration } from "../similarity/store-calibration.js";
import { IMAGE_SIZES } from "./image-options.js";
import { MapTies } from "./map-ties.js";
import type { PublicPhoto } from "./public-photos.js";
import { readPlaces } from "./read-places.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";
import { writeAlbums } from "./write-albums.js";
import { writeCards } from "./write-cards.js";
import { writeGrid } from "./write-grid.js";
import { writeMap } from "./write-map.js";
import { writePlaces } from "./write-places.js";
import { writeSearchable } from "./write-searchable.js";
import { writeTowers } from "./write-towers.js";
import { writeVocabulary } from "./write-vocabulary.js";

/** What `data/` is made of: no image is looked at. */
export type DataInput = Pick<
  SiteInput,
  | "database"
  | "vectors"
  | "model"
  | "buildId"
  | "title"
  | "presentation"
  | "originals"
  | "fields"
  | "cache"
  | "mapPlaces"
  | "words"
  | "towers"
>;

/**
 * Writes all of `data/` but the manifest.
 *
 * @param photos all that are published, in display order
 * @returns the manifest, to be written when all else is there
 */
export async function writeData(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  input: DataInput,
  signal: AbortSignal,
): Promise<Manifest> {
  const { database, buildId, title, presentation, model, fields, mapPlaces, words, towers } = input;
  const byId = new Map(photos.map((photo) => [photo.imageId, photo]));
  const timeline = await writeGrid(site, photos);
  signal.throwIfAborted();
  const ties = new MapTies();
  const cards = await writeCards(site, byId, input, signal, ties.add);
  signal.throwIfAborted();
  const searchable = await writeSearchable(site, photos, byId, input, signal);
  const likenessMap = mapPlaces ? await writeMap(site, byId, await mapPlaces(), ties) : null;
  return {
    format: SITE_FORMAT_VERSION,
    buildId,
    title,
    presentation,
    photos: photos.length,
    model,
    calibration: readCalibration(database) ?? null,
    lookCalibration: readLookCalibration(database) ?? null,
    imageSizes: [...IMAGE_SIZES],
    timeline,
    cards,
    ...searchable,
    albums: await writeAlbums(site, photos, readLesserPhotos(database)),
    places: await writePlaces(site, readPlaces(database, byId, fields)),
    vocabulary: await writeVocabulary(site, words),
    towers: await writeTowers(site, towers, signal),
    likenessMap,
  };
}
