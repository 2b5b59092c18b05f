import { PLACE_COLUMNS, PLACE_UNITS } from "../format/photo-places.js";
import { GalleryError } from "../gallery-error.js";
import type { PhotoPlaces } from "../photo-places.js";
import { parseJson } from "./parse-json.js";

/** Of a gallery that tells no places. */
export const NO_PLACES: PhotoPlaces = {
  positions: new Uint32Array(0),
  latitudes: new Float32Array(0),
  longitudes: new Float32Array(0),
  names: [""],
  nameOf: new Uint32Array(0),
};

/**
 * Reads a file of places: how many rows it has, its columns, in which each value is the difference to the one before,
 * and the names as JSON.
 *
 * @throws GalleryError `DAMAGED`
 */
export function parsePlaces(content: Uint8Array<ArrayBuffer>, url: string): PhotoPlaces {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const rows = content.length < 4 ? 0 : view.getUint32(0, true);
  const end = 4 + 4 * PLACE_COLUMNS * rows;
  if (rows === 0 || content.length < end) {
    const message = `${url} is not a file of places: ${content.length} bytes are too few.`;
    throw new GalleryError("DAMAGED", message);
  }
  const column = <Values extends Uint32Array | Float32Array>(
    into: Values,
    at: number,
    unit = 1,
  ) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      sum += view.getInt32(4 + 4 * (at * rows + row), true);
      into[row] = sum / unit;
    }
    return into;
  };
  return {
    positions: column(new Uint32Array(rows), 0),
    latitudes: column(new Float32Array(rows), 1, PLACE_UNITS),
    longitudes: column(new Float32Array(rows), 2, PLACE_UNITS),
    nameOf: column(new Uint32Array(rows), 3),
    names: parseNames(parseJson(content.subarray(end), url), url),
  };
}

function parseNames(value: unknown, url: string): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === "string")) return value;
  throw new GalleryError("DAMAGED", `${url} is not a file of places: it has no names.`);
}
