import { type PhotoExif, searchableText } from "akin-browser/format";
import { nameWords } from "./name-words.js";

/** What full-text search finds a photo by. */
export interface TextsOfPhoto {
  /** Empty where it is not to be found by it. */
  filename: string;
  /** Within the album; empty for a photo that lies in none. */
  folder: string;
  tags: readonly string[];
  title: string | null;
  description: string | null;
  /** City, region and country, as far as known. */
  place: Readonly<Record<string, string>>;
  exif: PhotoExif;
  autoTags: readonly string[];
}

/** The columns of `images_fts` in their order. */
export function fullTextRow(photo: TextsOfPhoto): string[] {
  const { filename, folder, tags, title, description, place, exif, autoTags } = photo;
  const camera = [exif.camera_make, exif.camera_model, exif.lens].filter(Boolean).join(" ");
  return [
    nameWords(filename),
    nameWords(folder),
    tags.join("\n"),
    title ?? "",
    description ?? "",
    Object.values(place).join("\n"),
    nameWords(camera),
    autoTags.join("\n"),
  ].map(searchableText);
}
