export type { Place } from "./place.js";
export type { City } from "./places/city.js";
export { PlaceFinder } from "./places/place-finder.js";
export { readCities } from "./places/read-cities.js";
