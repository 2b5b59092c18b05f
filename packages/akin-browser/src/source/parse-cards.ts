import type { CardShard, StoredCard } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "./is-record.js";

/** @throws GalleryError `DAMAGED` */
export function parseCardShard(value: unknown, url: string): CardShard {
  if (!isRecord(value) || !Object.values(value).every(isCard)) {
    throw new GalleryError("DAMAGED", `${url} is not a shard of photo cards.`);
  }
  return value as CardShard;
}

/** An index file: names of shards. @throws GalleryError `DAMAGED` */
export function parseShardNames(value: unknown, url: string): string[] {
  if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) {
    throw new GalleryError("DAMAGED", `${url} is not an index of card shards.`);
  }
  return value;
}

function isCard(value: unknown): value is StoredCard {
  return (
    isRecord(value) &&
    typeof value.id === "number" &&
    typeof value.path === "string" &&
    typeof value.image === "string" &&
    Array.isArray(value.similar) &&
    Array.isArray(value.byLook)
  );
}
