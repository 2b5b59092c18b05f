/** Where photos are on the map by likeness: columns of one length. */
export interface MapPlaces {
  /** Photo ids, ascending. */
  ids: Float64Array;
  /** From 0 to 65,535, to the right. */
  x: Uint16Array;
  /** From 0 to 65,535, downwards, in the same unit. */
  y: Uint16Array;
}
