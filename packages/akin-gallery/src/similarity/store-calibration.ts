import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, markUnfinished, setBuildInfo } from "../database/build-info.js";
import type { VectorStore } from "../database/vector-store.js";
import { CALIBRATION_METHOD, type Calibration, calibrate } from "./calibration/index.js";
import { lookSet } from "./look/look-set.js";
import type { VectorSet } from "./neighbour-lists.js";

/** A calibration that database.db keeps, and the lists of neighbours that it is made from. */
type CalibrationKey = "calibration" | "look_calibration";

const LISTS: Record<CalibrationKey, string> = {
  calibration: "neighbours",
  look_calibration: "look_neighbours",
};

/** Brings `build_info.calibration` in line with the vectors and neighbours. */
export function storeCalibration(database: DatabaseSyncInstance, store: VectorStore): void {
  bringInLine(database, "calibration", store.model.name, () => store.readAll());
}

/** Brings `build_info.look_calibration` in line with the looks; there is none where the model is `builtin`. */
export function storeLookCalibration(database: DatabaseSyncInstance, store: VectorStore): void {
  if (store.model.name === "builtin") {
    database.exec("DELETE FROM build_info WHERE key = 'look_calibration'");
    return;
  }
  // The look is the built-in descriptor in short, whose distances are spread alike.
  bringInLine(database, "look_calibration", "builtin", () => lookSet(store));
}

/**
 * Nothing is done where a finished build has it already: without changes it is what it would be.
 * @param modelName whose prior is taken
 */
function bringInLine(
  database: DatabaseSyncInstance,
  key: CalibrationKey,
  modelName: string,
  readAll: () => VectorSet,
): void {
  const isFinished = buildInfo(database, "build_id") !== undefined;
  if (isFinished && read(database, key)) return;
  const list = database.prepare(
    `SELECT distance FROM ${LISTS[key]} WHERE image_id = ? ORDER BY rank`,
  );
  const calibration = calibrate({
    set: readAll(),
    neighbourDistances: (id) => list.all(id).map(({ distance }) => Number(distance)),
    modelName,
  });
  markUnfinished(database);
  setBuildInfo(database, { [key]: JSON.stringify(calibration) });
}

/** The gallery's calibration; undefined if it has none, or one of a form that this version doesn't know. */
export function readCalibration(database: DatabaseSyncInstance): Calibration | undefined {
  return read(database, "calibration");
}

/** The same of looks. */
export function readLookCalibration(database: DatabaseSyncInstance): Calibration | undefined {
  return read(database, "look_calibration");
}

function read(database: DatabaseSyncInstance, key: CalibrationKey): Calibration | undefined {
  const text = buildInfo(database, key);
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return isCalibration(value) ? value : undefined;
}

function isCalibration(value: unknown): value is Calibration {
  if (typeof value !== "object" || value === null) return false;
  if (!("method" in value) || value.method !== CALIBRATION_METHOD) return false;
  return "knots" in value && Array.isArray(value.knots);
}
