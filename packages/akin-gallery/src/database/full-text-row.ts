import { posix } from "node:path";
import { type PhotoExif, searchableText } from "akin-browser/format";
import { nameWords } from "./name-words.js";

/** What full-text search finds a photo by. */
export interface TextsOfPhoto {
  path: string;
  tags: readonly string[];
  title: string | null;
  description: string | null;
  /** City, region and country, as far as known. */
  place: Readonly<Record<string, string>>;
  exif: PhotoExif;
}

/** The columns of `images_fts` in their order. */
export function fullTextRow(photo: TextsOfPhoto): string[] {
  const { path, tags, title, description, place, exif } = photo;
  const folder = posix.dirname(path);
  const camera = [exif.camera_make, exif.camera_model, exif.lens].filter(Boolean).join(" ");
  return [
    nameWords(posix.basename(path)),
    folder === "." ? "" : nameWords(folder),
    tags.join("\n"),
    title ?? "",
    description ?? "",
    Object.values(place).join("\n"),
    nameWords(camera),
  ].map(searchableText);
}
