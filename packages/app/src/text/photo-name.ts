import type { PhotoSummary } from "../album/photo-summary.js";
import { strings } from "../strings.js";

/** What to say of a photo that can't be seen. */
export function photoName({ label, media }: Pick<PhotoSummary, "label" | "media">): string {
  if (media === undefined || media === "photo") return label;
  return strings.ofMedia[media](label);
}
