export { computeMap } from "./compute-map.js";
export type { MapPlaces } from "./map-places.js";
export { type StartedMap, startMap } from "./start-map.js";
