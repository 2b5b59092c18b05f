import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Presentation } from "akin-browser/format";
import type { StoredWord } from "../database/words-table.js";
import type { OriginalsPolicy } from "../options.js";
import type { MapPlaces } from "../similarity/map/index.js";
import type { PublicFields } from "./public-fields.js";
import type { PhotoVector } from "./publish-vectors.js";
import type { TowersInput } from "./write-towers.js";

/** All that a site is made of. */
export interface SiteInput {
  /** database.db, outside a transaction. */
  database: DatabaseSyncInstance;
  /** In any order; read once. */
  vectors: Iterable<PhotoVector>;
  /** Of the vectors; null for an album without any. */
  model: { name: string; dimensions: number } | null;
  /** The vocabulary in order of the words' bytes; none where the model reads no words. */
  words: readonly StoredWord[];
  /** Networks that pages may run. */
  towers: TowersInput;
  /** Changes with the photos and the options that change results. */
  buildId: string;
  title: string;
  presentation: Presentation;
  /** Where the originals are; read only if they are published. */
  photosFolder: string;
  /** Where `makeImages` put the images. */
  cache: string;
  /** The folder to write. */
  site: string;
  /** Folder of the built app: index.html and assets/. */
  app: string;
  originals: OriginalsPolicy;
  /** What is told of photos. */
  fields: PublicFields;
  /** Origin whose pages may read `data/`, `*` for all; undefined for none but the site's own. */
  cors: string | undefined;
  /** Where photos are on the map by likeness, asked for when all else is written; null to publish no map. */
  mapPlaces: (() => Promise<MapPlaces>) | null;
}
