import { PLACE_COLUMNS, PLACE_UNITS } from "../format/photo-places.js";
import { GalleryError } from "../gallery-error.js";
import type { PhotoPlaces } from "../photo-places.js";

/** Of a gallery that tells no places. */
export const NO_PLACES: PhotoPlaces = {
  positions: new Uint32Array(0),
  latitudes: new Float32Array(0),
  longitudes: new Float32Array(0),
};

/**
 * Reads the three columns of a file of places: each value is the difference to the one before.
 * @throws GalleryError `DAMAGED`
 */
export function parsePlaces(content: Uint8Array<ArrayBuffer>, url: string): PhotoPlaces {
  const rows = content.length / (4 * PLACE_COLUMNS);
  if (!Number.isInteger(rows)) {
    const message = `${url} is not a file of places: its ${content.length} bytes are no whole rows.`;
    throw new GalleryError("DAMAGED", message);
  }
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const column = <Values extends Uint32Array | Float32Array>(
    into: Values,
    from: number,
    unit = 1,
  ) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      sum += view.getInt32((from * rows + row) * 4, true);
      into[row] = sum / unit;
    }
    return into;
  };
  return {
    positions: column(new Uint32Array(rows), 0),
    latitudes: column(new Float32Array(rows), 1, PLACE_UNITS),
    longitudes: column(new Float32Array(rows), 2, PLACE_UNITS),
  };
}
