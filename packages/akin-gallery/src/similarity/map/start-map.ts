import type { Effects } from "../../effects.js";
import type { OpenGallery } from "../../open-gallery.js";
import type { MapPlaces } from "./map-places.js";
import { MapThread } from "./map-thread.js";
import { mapKey, readMap, storeMap } from "./store-map.js";

/** A map by likeness that is there, or on its way. */
export interface StartedMap {
  /** Waits for it, and stores it if it is new. */
  places(effects: Effects): Promise<MapPlaces>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/**
 * Begins to compute the map, unless database.db has it; meanwhile something else can be done, as long as it leaves the
 * gallery's vectors, neighbours and groups alone.
 */
export function startMap({ database, paths }: OpenGallery): StartedMap {
  const key = mapKey(database);
  const stored = readMap(database, key);
  if (stored) return { places: async () => stored, stop: async () => {} };
  const thread = new MapThread(paths);
  return {
    async places(effects) {
      const places = await thread.finish(effects);
      storeMap(database, key, places);
      return places;
    },
    stop: () => thread.stop(),
  };
}
