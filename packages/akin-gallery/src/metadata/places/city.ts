/** A city, town or village that a place can be named after. */
export interface City {
  name: string;
  /** The first administrative division that it lies in: a state, a province; null where none is known. */
  region: string | null;
  /** ISO 3166-1 code of the country or dependent territory, two letters. */
  country: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** Kilometres from its middle to where it ends, as its population tells. */
  reach: number;
}
