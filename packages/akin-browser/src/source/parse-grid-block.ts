import type { GridBlock } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "./is-record.js";

const COLUMNS = [
  "ids",
  "widths",
  "heights",
  "media",
  "takenAt",
  "placeholders",
  "images",
  "labels",
] as const satisfies (keyof GridBlock)[];

/** @throws GalleryError `DAMAGED` */
export function parseGridBlock(value: unknown, url: string): GridBlock {
  if (!isGridBlock(value)) {
    throw new GalleryError(
      "DAMAGED",
      `${url} is not a grid block: it needs ${COLUMNS.join(", ")}, all of one length.`,
    );
  }
  return value;
}

function isGridBlock(value: unknown): value is GridBlock {
  if (!isRecord(value) || !Array.isArray(value.ids)) return false;
  const photos = value.ids.length;
  return COLUMNS.every((column) => {
    const cells = value[column];
    return Array.isArray(cells) && cells.length === photos;
  });
}
