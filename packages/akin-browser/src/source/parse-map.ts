import { MAP_ROW_BYTES, MAP_UNITS, type MapChunk } from "../format/map-chunk.js";
import { GalleryError } from "../gallery-error.js";
import type { LikenessMap, MapPhoto } from "../likeness-map.js";
import { isRecord } from "./is-record.js";

/** The map's columns. */
export type MapOverview = Pick<LikenessMap, "length" | "x" | "y" | "colours" | "positions">;

/** @throws GalleryError `DAMAGED` */
export function parseMapOverview(content: Uint8Array<ArrayBuffer>, url: string): MapOverview {
  const length = content.length / MAP_ROW_BYTES;
  if (!Number.isInteger(length)) {
    const message = `${url} is not a map: its ${content.length} bytes are no whole rows.`;
    throw new GalleryError("DAMAGED", message);
  }
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const coordinate = (start: number) => (_: unknown, row: number) =>
    view.getUint16(start + 2 * row, true) / MAP_UNITS;
  return {
    length,
    positions: Uint32Array.from({ length }, (_, row) => view.getUint32(4 * row, true)),
    x: Float32Array.from({ length }, coordinate(4 * length)),
    y: Float32Array.from({ length }, coordinate(6 * length)),
    colours: content.slice(8 * length),
  };
}

/** @throws GalleryError `DAMAGED` */
export function parseMapChunk(value: unknown, url: string): MapPhoto[] {
  if (!isMapChunk(value)) {
    throw new GalleryError("DAMAGED", `${url} is not a part of the map.`);
  }
  return value.ids.map((id, row) => ({
    id,
    width: value.widths[row] ?? 0,
    height: value.heights[row] ?? 0,
    image: value.images[row] ?? "",
    placeholder: value.placeholders[row] ?? "",
    label: value.labels[row] ?? "",
    similar: value.similar[row] ?? [],
  }));
}

/** @throws GalleryError `DAMAGED` */
export function parseMapChunks(value: unknown, url: string): string[] {
  if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) {
    throw new GalleryError("DAMAGED", `${url} does not list the parts of the map.`);
  }
  return value;
}

const COLUMNS = [
  "ids",
  "widths",
  "heights",
  "images",
  "placeholders",
  "labels",
  "similar",
] as const satisfies (keyof MapChunk)[];

function isMapChunk(value: unknown): value is MapChunk {
  if (!isRecord(value) || !Array.isArray(value.ids)) return false;
  const photos = value.ids.length;
  return COLUMNS.every((column) => {
    const cells = value[column];
    return Array.isArray(cells) && cells.length === photos;
  });
}
