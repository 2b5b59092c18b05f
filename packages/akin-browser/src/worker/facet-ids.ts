import type { SqlValue } from "../databases/database.js";
import { FACET_KINDS, FACETS_PER_KIND, type FacetKind } from "../format/facet-kinds.js";

/** SQL for the rows of `facets` of one kind, which lie together. */
export function facetsOfKind(kind: FacetKind): { where: string; params: SqlValue[] } {
  const start = FACET_KINDS.indexOf(kind) * FACETS_PER_KIND;
  return {
    where: "id > ? AND id <= ? AND kind = ?",
    params: [start, start + FACETS_PER_KIND, kind],
  };
}

/** SQL for the rows of `facets` with any of some values; those of a folder are also the folders in it. */
export function facetsOfValues(
  kind: FacetKind,
  values: readonly string[],
): { where: string; params: SqlValue[] } {
  const ofKind = facetsOfKind(kind);
  const list = JSON.stringify(values);
  if (kind !== "folder") {
    return {
      where: `${ofKind.where} AND value IN (SELECT value FROM json_each(?))`,
      params: [...ofKind.params, list],
    };
  }
  return {
    where: `${ofKind.where} AND EXISTS (SELECT 1 FROM json_each(?) AS wanted
      WHERE wanted.value IN (facets.value, substr(facets.value, 1, length(wanted.value)))
        AND substr(facets.value || '/', length(wanted.value) + 1, 1) = '/')`,
    params: [...ofKind.params, list],
  };
}
