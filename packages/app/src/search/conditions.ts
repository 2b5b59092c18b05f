import type { PhotoFilter } from "akin-browser";
import { FILTER_KINDS, type FilterKind, valuesOf } from "../navigation/filter-params.js";

/** One thing that a filter asks for: a chip. */
export type Condition =
  | { kind: "text"; value: string }
  /** `from` and `to` are as in PhotoFilter. */
  | { kind: "time"; from: string | undefined; to: string | undefined }
  | { kind: FilterKind; value: string };

/** All that a filter asks for, in the order of the chips. */
export function conditionsOf(filter: PhotoFilter): Condition[] {
  const { text, from, to } = filter;
  return [
    ...(text ? [{ kind: "text", value: text } as const] : []),
    ...FILTER_KINDS.flatMap((kind) => valuesOf(filter, kind).map((value) => ({ kind, value }))),
    ...(from || to ? [{ kind: "time", from, to } as const] : []),
  ];
}

/** The filter without one of the things it asks for. */
export function withoutCondition(filter: PhotoFilter, condition: Condition): PhotoFilter {
  if (condition.kind === "text") return without(filter, ["text"]);
  if (condition.kind === "time") return without(filter, ["from", "to"]);
  const { kind, value } = condition;
  return withValues(
    filter,
    kind,
    valuesOf(filter, kind).filter((each) => each !== value),
  );
}

export function without(filter: PhotoFilter, fields: readonly (keyof PhotoFilter)[]): PhotoFilter {
  const left = { ...filter };
  for (const field of fields) delete left[field];
  return left;
}

/** The filter with other values of a kind; none for all. */
export function withValues(
  filter: PhotoFilter,
  kind: FilterKind,
  values: readonly string[],
): PhotoFilter {
  return values.length === 0 ? without(filter, [kind]) : { ...filter, [kind]: values };
}

/** The filter with a value more or less. */
export function toggled(filter: PhotoFilter, kind: FilterKind, value: string): PhotoFilter {
  const values = valuesOf(filter, kind);
  const others = values.filter((each) => each !== value);
  return withValues(filter, kind, others.length < values.length ? others : [...values, value]);
}
