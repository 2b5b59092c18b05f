import { useCallback } from "react";
import { useAlbum } from "../album/album-context.js";
import { type Asked, useAsked } from "../search/use-asked.js";

type Vocabulary = Awaited<ReturnType<typeof open>>;

/** The words that the gallery knows the meaning of. @param isWanted whether they are asked for yet */
export function useVocabulary(isWanted: boolean): Asked<Vocabulary> {
  const { gallery } = useAlbum();
  const ask = useCallback((signal: AbortSignal) => open(gallery, signal), [gallery]);
  return useAsked(isWanted ? ask : null);
}

async function open(gallery: ReturnType<typeof useAlbum>["gallery"], signal: AbortSignal) {
  const { openVocabulary } = await import("akin-browser/words");
  return await openVocabulary(gallery, { signal });
}
