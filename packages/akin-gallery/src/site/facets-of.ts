import { cameraName, type FacetKind } from "akin-browser/format";
import { mainColours } from "../similarity/colours/main-colours.js";
import type { PublicDetails, PublicPhoto } from "./public-photos.js";

/** The facets that a photo has, each once; empty values are none. */
export function facetsOf(photo: PublicPhoto, details: PublicDetails): [FacetKind, string][] {
  const { tags, exif, place } = details;
  const values: [FacetKind, string | undefined][] = [
    ...[...new Set(tags)].map((tag): [FacetKind, string] => ["tag", tag]),
    ["camera", cameraName(exif)],
    ["lens", exif.lens],
    ["country", place.country],
    ["region", place.region],
    ["city", place.city],
    ["orientation", orientationOf(photo)],
    ["year", photo.takenAt?.slice(0, 4)],
    ["month", photo.takenAt?.slice(0, 7)],
    ["folder", folderOf(photo.path)],
    ...details.autoTags.map((tag): [FacetKind, string] => ["autotag", tag]),
    ...mainColours(details.colours).map((colour): [FacetKind, string] => ["colour", colour]),
  ];
  return values.filter((facet): facet is [FacetKind, string] => Boolean(facet[1]));
}

/** The folder of a photo within the album; empty for one that lies in none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function orientationOf({ width, height }: PublicPhoto): string {
  if (width === height) return "square";
  return width > height ? "landscape" : "portrait";
}
