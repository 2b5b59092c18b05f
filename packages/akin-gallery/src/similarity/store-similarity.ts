import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import { storeGroups } from "./duplicates/store-groups.js";
import { storeCalibration, storeLookCalibration } from "./store-calibration.js";
import { storeLookNeighbours, storeNeighbours } from "./store-neighbours.js";

/**
 * Brings all that database.db tells of likeness in line with the vectors and looks: neighbours by the model and by look,
 * what distances mean, duplicates and bursts.
 *
 * @param album the photo folder, for the owner's `akin-not-duplicates.json`
 */
export async function storeSimilarity(
  database: DatabaseSyncInstance,
  store: VectorStore,
  album: string,
  effects: Effects,
): Promise<void> {
  await storeNeighbours(database, store, effects);
  await storeLookNeighbours(database, store, effects);
  storeCalibration(database, store);
  storeLookCalibration(database, store);
  storeGroups(database, store, album);
}
