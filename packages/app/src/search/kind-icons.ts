import type { IconName } from "../icons/icon.js";
import type { FilterKind } from "../navigation/filter-params.js";

export const KIND_ICONS: Record<FilterKind | "text" | "time", IconName> = {
  text: "search",
  time: "date",
  year: "date",
  folder: "albums",
  tag: "tags",
  autotag: "tags",
  country: "place",
  region: "place",
  city: "place",
  camera: "camera",
  lens: "lens",
  orientation: "orientation",
  colour: "colour",
};
