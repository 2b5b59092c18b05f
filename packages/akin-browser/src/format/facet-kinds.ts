/**
 * What photos can be filtered and counted by. The place in this list decides the ids of a kind's facets, so that a
 * reader finds them without reading the others: kind k has those above `k * FACETS_PER_KIND`, up to the next kind's.
 */
export const FACET_KINDS = [
  "tag",
  "camera",
  "lens",
  "country",
  "region",
  "city",
  "orientation",
  "year",
  "month",
  "folder",
  "colour",
  "autotag",
] as const;

/**
 * `camera` is make and model, the make not repeated; `orientation` is landscape, portrait or square; `month` is YYYY-MM;
 * `colour` is one of `COLOURS`; `autotag` is a tag that the model has given.
 */
export type FacetKind = (typeof FACET_KINDS)[number];

/** Ids that each kind of facet has to itself: no album has so many values of one kind. */
export const FACETS_PER_KIND = 2 ** 24;

/** The main colours that a photo can have; it may have several, or none. */
export const COLOURS = [
  "red",
  "orange",
  "yellow",
  "green",
  "turquoise",
  "blue",
  "purple",
  "pink",
  "brown",
  "black",
  "grey",
  "white",
] as const;

export type Colour = (typeof COLOURS)[number];
