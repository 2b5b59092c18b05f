/** Columns of `data/places/`: position, latitude, longitude, name. */
export const PLACE_COLUMNS = 4;

/** Coordinates are stored as integers: so many make a degree. */
export const PLACE_UNITS = 1e6;
