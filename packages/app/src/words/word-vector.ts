import type { Gallery } from "akin-browser";

/** The direction of some words, Float32Array of the model's length; null where the gallery doesn't know them. */
export async function wordVector(gallery: Gallery, text: string): Promise<Float32Array | null> {
  // Its code comes with the first word.
  const { openVocabulary } = await import("akin-browser/words");
  const vocabulary = await openVocabulary(gallery);
  return (await vocabulary?.vectorOf(text)) ?? null;
}
