import { FACET_KINDS, type FacetKind } from "../format/facet-kinds.js";
import type { PhotoFilter } from "../search.js";

const FILTERS = ["text", "from", "to", ...FACET_KINDS.filter((kind) => kind !== "month")];
const TIME = /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$/;

/** @throws RangeError unless it is a whole number, 0 or more */
export function checkWhole(option: "limit" | "offset", value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${option} is ${value}; expected a whole number, 0 or more.`);
}

/**
 * Leaves out what is undefined.
 *
 * @throws RangeError if a field is unknown, or a time none
 */
export function checkFilter(where: PhotoFilter = {}): PhotoFilter {
  const given = Object.entries(where).filter(([, value]) => value !== undefined);
  for (const [field, value] of given) {
    if (!FILTERS.includes(field)) {
      throw new RangeError(`There is no filter ${field}; there are ${FILTERS.join(", ")}.`);
    }
    if ((field === "from" || field === "to") && !TIME.test(String(value))) {
      throw new RangeError(
        `${field} is ${value}; expected a time like 2024, 2024-05 or 2024-05-17T12:00.`,
      );
    }
  }
  return Object.fromEntries(given);
}

/** @throws RangeError */
export function checkKind(kind: FacetKind): FacetKind {
  if (FACET_KINDS.includes(kind)) return kind;
  throw new RangeError(`There are no facets ${kind}; there are ${FACET_KINDS.join(", ")}.`);
}
