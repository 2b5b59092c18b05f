import { useCallback, useMemo } from "react";
import { useAlbum } from "../album/album-context.js";
import { PositionedPhotos } from "../album/positioned-photos.js";
import { useAnswer } from "../album/use-answer.js";

/** Where the photos of the gallery were taken. */
export function usePlaces() {
  const { gallery } = useAlbum();
  return useAnswer(useCallback((signal: AbortSignal) => gallery.places({ signal }), [gallery]));
}

/** The photos that have been asked for by position. */
export function usePositionedPhotos(): PositionedPhotos {
  const { gallery, changed } = useAlbum();
  return useMemo(() => new PositionedPhotos(gallery, changed.notice), [gallery, changed]);
}
