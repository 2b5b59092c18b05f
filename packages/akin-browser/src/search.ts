import type { DrawablePhoto, FacetKind } from "./format/index.js";

/** What photos can be filtered by; months are a range of time. */
export type FilterKind = Exclude<FacetKind, "month">;

/**
 * Which photos count. All that is given must hold; of several values of one field, any.
 *
 * `year` is YYYY. `folder` includes the folders in it.
 */
export type PhotoFilter = Partial<Readonly<Record<FilterKind, string | readonly string[]>>> & {
  /**
   * Words that file name, folder, tags, automatic tags, title, description, place and camera are searched for, as a person types them:
   * all must be there, the last one may be the start of a word. `sea*` stands for words that begin so, `"sea gull"` for
   * words that follow each other. Chinese, Japanese, Korean and other writing without spaces is found inside of texts.
   */
  readonly text?: string;
  /** Not taken before: a local time in ISO 8601, or the start of one (`2024`, `2024-05`, `2024-05-17T12:00`). */
  readonly from?: string;
  /** Not taken after what this covers: `2024-05` is up to the end of May. */
  readonly to?: string;
};

/** A photo as a search finds it. */
export interface FoundPhoto extends DrawablePhoto {
  /** ISO 8601, local time; with an offset only where the file says it. */
  takenAt: string | null;
  /** Cosine distance to what was searched for, 0 to 2; null where nothing was. */
  distance: number | null;
  /**
   * Mean of the cosine distances to all of `plus` and to `vector`, which unlike that to their sum means what the
   * gallery's calibration says of distances: for one photo the same as `distance`, null without any.
   */
  meanDistance: number | null;
  /** Whether it stands where it does for how well it fits the words, as photos do where few were found: else for its time. */
  isRanked: boolean;
}

/** A value that photos have, and how many do. */
export interface FacetCount {
  value: string;
  photos: number;
}

/** How what is typed could go on. */
export interface Suggestion {
  /** A word of the gallery's texts, or what kind of facet it is. */
  kind: "word" | FilterKind;
  value: string;
  /** How many photos have it. */
  photos: number;
  /** Where in the text begins what it would replace, up to the text's end. */
  start: number;
}

/** One condition of a filter, and how many photos the filter would leave without it. */
export interface Loosened {
  without: keyof PhotoFilter;
  photos: number;
}
