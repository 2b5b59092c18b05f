/** Where photos were taken: columns of one length, a row for each photo that tells it, the oldest first. */
export interface PhotoPlaces {
  /** Ascending; `photosAt` gives the photos. */
  positions: Uint32Array;
  /** Degrees, WGS 84. */
  latitudes: Float32Array;
  longitudes: Float32Array;
}
