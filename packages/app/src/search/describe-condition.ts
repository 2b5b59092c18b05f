import type { PhotoFilter } from "akin-browser";
import type { FilterKind } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import { describeMonth, describeTakenAt } from "../text/taken-at.js";
import { type Condition, conditionsOf } from "./conditions.js";

/** What a value is called. */
export function describeValue(kind: FilterKind, value: string): string {
  const { colours, orientations } = strings.search;
  if (kind === "colour") return nameIn(colours, value);
  if (kind === "orientation") return nameIn(orientations, value);
  if (kind === "folder") return value.slice(value.lastIndexOf("/") + 1);
  return value;
}

export function describeCondition(condition: Condition): string {
  if (condition.kind === "autotag") return strings.search.automatic(condition.value);
  if (condition.kind === "text") return strings.search.quoted(condition.value);
  if (condition.kind !== "time") return describeValue(condition.kind, condition.value);
  const { from, to } = condition;
  if (from === to && from !== undefined) return describeTime(from);
  if (from === undefined) return strings.search.until(describeTime(to ?? ""));
  if (to === undefined) return strings.search.since(describeTime(from));
  return strings.search.between(describeTime(from), describeTime(to));
}

/** "“harbour”, Lisbon": for titles. */
export function describeFilter(filter: PhotoFilter): string {
  return conditionsOf(filter).map(describeCondition).join(", ");
}

/** A date, or the start of one. */
function describeTime(time: string): string {
  if (/^\d{4}-\d\d$/.test(time)) return describeMonth(time);
  return describeTakenAt(time)?.shortDate ?? time;
}

function nameIn(names: Readonly<Record<string, string>>, value: string): string {
  return names[value] ?? value;
}
