import type { MapPlaces } from "./map-places.js";

/** What the map's thread is given. */
export interface MapJob {
  /** Paths of database.db and vectors.db, of which nobody changes what the map is made of. */
  database: string;
  vectors: string;
}

/** What it says. */
export type MapMessage = { type: "progress"; share: number } | { type: "done"; places: MapPlaces };
