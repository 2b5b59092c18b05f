export * from "./calibration/index.js";
export { findNeighbours } from "./find-neighbours.js";
export { computeMap, type MapPlaces } from "./map/index.js";
export type { NeighbourOptions } from "./nearest-rows.js";
export type { Neighbour, NeighbourLists, VectorSet } from "./neighbour-lists.js";
export * from "./ranking/index.js";
export { type NeighbourUpdate, updateNeighbours } from "./update-neighbours.js";
