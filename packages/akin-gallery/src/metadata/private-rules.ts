import type { PhotoMetadata } from "./photo-metadata.js";

/** What keeps a photo out of the gallery, of all that it tells itself. */
export interface PrivateRules {
  /** A photo with one of these among its keywords or the names of its people is private, whatever their case. Default `private`. */
  keywords: readonly string[];
  /** A photo with fewer stars is private: one without stars has 0, a rejected one -1. Default none. */
  ratingBelow?: number;
}

export const DEFAULT_PRIVATE_RULES: PrivateRules = { keywords: ["private"] };

/** What makes a photo private: a rule of `.akinignore`, a keyword, or its stars. */
export type PrivateReason = "ignored" | "keyword" | "rating";

/** @returns why a photo is private; undefined for one that may be seen */
export function privateReason(
  { tags, replacedTags = [], exif }: Pick<PhotoMetadata, "tags" | "replacedTags" | "exif">,
  { keywords, ratingBelow }: PrivateRules,
): PrivateReason | undefined {
  // Keywords that name people are not among the tags.
  const told = [...tags, ...replacedTags, ...(exif.people ?? [])];
  const words = new Set(told.flatMap((tag) => [tag, ...tag.split(LEVELS)]).map(folded));
  if (keywords.some((keyword) => words.has(folded(keyword)))) return "keyword";
  return ratingBelow !== undefined && (exif.rating ?? 0) < ratingBelow ? "rating" : undefined;
}

/** Changes with the rules: photos are looked at again then. */
export function privateFingerprint({ keywords, ratingBelow }: PrivateRules): string {
  return JSON.stringify([...new Set(keywords.map(folded))].sort().concat(`${ratingBelow ?? ""}`));
}

/** Between the levels of a hierarchical keyword: what is below a private one is private too. */
const LEVELS = /[|/\\]/;

function folded(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}
