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
] as const;

/** `camera` is make and model, the make not repeated; `orientation` is landscape, portrait or square; `month` is YYYY-MM. */
export type FacetKind = (typeof FACET_KINDS)[number];

/** Ids that each kind of facet has to itself: no album has so many values of one kind. */
export const FACETS_PER_KIND = 2 ** 24;
