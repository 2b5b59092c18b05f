import type { MapPhoto } from "akin-browser";
import type { PhotoSummary } from "../album/photo-summary.js";

export function summaryOfMapPhoto(photo: MapPhoto): PhotoSummary {
  const { id, width, height, image, placeholder, label } = photo;
  return { id, width, height, image, placeholder, label, media: undefined, takenAt: undefined };
}
