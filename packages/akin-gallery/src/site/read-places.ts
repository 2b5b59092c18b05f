import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows } from "../database/sqlite.js";
import { type PublicFields, placeName, publicPlace } from "./public-fields.js";
import type { PublicPhoto } from "./public-photos.js";
import type { PlacedPhoto } from "./write-places.js";

interface PlaceRow {
  id: number;
  latitude: number;
  longitude: number;
  geocode: string | null;
}

/**
 * Where the published photos were taken, as far as the gallery may tell, ascending by position.
 * @param photos all that are published, by `images.id`
 */
export function readPlaces(
  database: DatabaseSyncInstance,
  photos: ReadonlyMap<number, PublicPhoto>,
  fields: PublicFields,
): PlacedPhoto[] {
  const placed: PlacedPhoto[] = [];
  if (!fields.has("coordinates")) return placed;
  const rows = iterateRows<PlaceRow>(
    database,
    `SELECT id, latitude, longitude, geocode FROM images
     WHERE latitude IS NOT NULL AND longitude IS NOT NULL`,
  );
  for (const { id, geocode, ...place } of rows) {
    const position = photos.get(id)?.position;
    if (position !== undefined)
      placed.push({ ...place, position, name: placeName(publicPlace(geocode, fields)) });
  }
  return placed.sort((a, b) => a.position - b.position);
}
