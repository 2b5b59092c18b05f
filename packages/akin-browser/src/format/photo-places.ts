/** Columns of `data/places/`: 32-bit integers each. */
export const PLACE_COLUMNS = 3;

/** Coordinates are stored as integers: so many make a degree. */
export const PLACE_UNITS = 1e6;
