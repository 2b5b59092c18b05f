export * from "./calibration/index.js";
export { findNeighbours } from "./find-neighbours.js";
export type { NeighbourOptions } from "./nearest-rows.js";
export type { Neighbour, NeighbourLists, VectorSet } from "./neighbour-lists.js";
export * from "./ranking/index.js";
export { type NeighbourUpdate, updateNeighbours } from "./update-neighbours.js";
