import type { Gallery, PhotoFilter } from "akin-browser";

/**
 * What the text of a filter looks like to the gallery's model: by its text tower where that is there or was loaded by a visit
 * before, else by the vocabulary.
 *
 * @returns null where there is no text, or its words are unknown
 */
export async function directionOf(
  gallery: Gallery,
  { text }: PhotoFilter,
  signal: AbortSignal,
): Promise<Float32Array | null> {
  const { vocabulary, towers } = gallery.manifest;
  if (text === undefined) return null;
  if (vocabulary) {
    const { openVocabulary } = await import("akin-browser/words");
    const opened = await openVocabulary(gallery, { signal });
    const vector = await opened?.vectorOf(text, { signal });
    if (vector) return vector;
  }
  if (!towers?.text) return null;
  const { towerOf } = await import("../tower/tower.js");
  const tower = towerOf(gallery, "text");
  const isThere = tower?.state().status === "there" || (await tower?.isKept());
  return tower && isThere && (await tower.load()) ? await tower.embedWords(text) : null;
}
