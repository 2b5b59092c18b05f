import type { PhotoFilter } from "akin-browser";
import type { FactPart } from "./fact.js";

/** A text that leads to all photos of a filter. */
export function photosWith(text: string, filter: PhotoFilter): FactPart {
  return { text, page: { view: "photos", filter } };
}
