/** Where photos were taken: columns of one length, a row for each photo that tells it, the oldest first. */
export interface PhotoPlaces {
  /** Ascending; `photosAt` gives the photos. */
  positions: Uint32Array;
  /** Degrees, WGS 84. */
  latitudes: Float32Array;
  longitudes: Float32Array;
  /** City, region and country, as far as the photo tells, once each; the first is empty, for photos that tell none. */
  names: readonly string[];
  /** Which of `names` it is. */
  nameOf: Uint32Array;
}
