/** A closed line; inside and outside are told by the even-odd rule over all lines of a country. */
export interface Ring {
  /** x and y in turn, in parts of the world. */
  points: Float64Array;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Country {
  /** In English. */
  name: string;
  rings: readonly Ring[];
}
