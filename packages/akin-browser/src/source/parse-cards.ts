import type { CardShard } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { fits, listOf, type Shape } from "./fits.js";
import { isRecord } from "./is-record.js";

const CARD: Shape = {
  id: "number",
  path: "string",
  image: "string",
  similar: Array.isArray,
  byLook: Array.isArray,
};

const NAMES = listOf("string");

/** @throws GalleryError `DAMAGED` */
export function parseCardShard(value: unknown, url: string): CardShard {
  if (!isRecord(value) || !Object.values(value).every((card) => fits(card, CARD))) {
    throw new GalleryError("DAMAGED", `${url} is not a shard of photo cards.`);
  }
  return value as CardShard;
}

/** An index file: names of shards. @throws GalleryError `DAMAGED` */
export function parseShardNames(value: unknown, url: string): string[] {
  if (!fits<string[]>(value, NAMES)) {
    throw new GalleryError("DAMAGED", `${url} is not an index of card shards.`);
  }
  return value;
}
