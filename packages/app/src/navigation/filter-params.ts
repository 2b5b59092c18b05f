import type { PhotoFilter } from "akin-browser";

/** What photos can be filtered by but for words and time: any of several values. */
export const FILTER_KINDS = [
  "folder",
  "tag",
  "autotag",
  "country",
  "region",
  "city",
  "camera",
  "lens",
  "orientation",
  "colour",
  "year",
] as const satisfies (keyof PhotoFilter)[];

export type FilterKind = (typeof FILTER_KINDS)[number];

/** A filter as an address has it; unknown keys are no filter. */
export function parseFilter(params: URLSearchParams): PhotoFilter {
  const text = params.get("q")?.trim();
  const from = params.get("from");
  const to = params.get("to");
  const kinds = FILTER_KINDS.map((kind): [FilterKind, string[]] => [
    kind,
    params.getAll(kind).filter((value) => value !== ""),
  ]);
  return {
    ...(text && { text }),
    ...(from && { from }),
    ...(to && { to }),
    ...Object.fromEntries(kinds.filter(([, values]) => values.length > 0)),
  };
}

export function filterParams(filter: PhotoFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text) params.append("q", filter.text);
  if (filter.from) params.append("from", filter.from);
  if (filter.to) params.append("to", filter.to);
  for (const kind of FILTER_KINDS) {
    for (const value of valuesOf(filter, kind)) params.append(kind, value);
  }
  return params;
}

/** The values of one kind that a filter allows; none for all. */
export function valuesOf(filter: PhotoFilter, kind: FilterKind): readonly string[] {
  const value = filter[kind] ?? [];
  return typeof value === "string" ? [value] : value;
}

export function isEmptyFilter(filter: PhotoFilter): boolean {
  return filterParams(filter).size === 0;
}
