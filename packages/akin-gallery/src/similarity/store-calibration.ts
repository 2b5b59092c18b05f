import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, markUnfinished, setBuildInfo } from "../database/build-info.js";
import type { VectorStore } from "../database/vector-store.js";
import { CALIBRATION_METHOD, type Calibration, calibrate } from "./calibration/index.js";

/**
 * Brings `build_info.calibration` in line with the vectors and neighbours. Nothing is done where a finished build has it
 * already: without changes it is what it would be.
 */
export function storeCalibration(database: DatabaseSyncInstance, store: VectorStore): void {
  const isFinished = buildInfo(database, "build_id") !== undefined;
  if (isFinished && readCalibration(database)?.method === CALIBRATION_METHOD) return;
  const list = database.prepare("SELECT distance FROM neighbours WHERE image_id = ? ORDER BY rank");
  const calibration = calibrate({
    set: store.readAll(),
    neighbourDistances: (id) => list.all(id).map(({ distance }) => Number(distance)),
    modelName: store.model.name,
  });
  markUnfinished(database);
  setBuildInfo(database, { calibration: JSON.stringify(calibration) });
}

/** The gallery's calibration; undefined if it has none, or one of a form that this version doesn't know. */
export function readCalibration(database: DatabaseSyncInstance): Calibration | undefined {
  const text = buildInfo(database, "calibration");
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return isCalibration(value) ? value : undefined;
}

function isCalibration(value: unknown): value is Calibration {
  if (typeof value !== "object" || value === null) return false;
  if (!("method" in value) || value.method !== CALIBRATION_METHOD) return false;
  return "knots" in value && Array.isArray(value.knots);
}
