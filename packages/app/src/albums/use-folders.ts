import { useCallback } from "react";
import { useAlbum } from "../album/album-context.js";
import { useAnswer } from "../album/use-answer.js";

/** All folders of the gallery. */
export function useFolders() {
  const { gallery } = useAlbum();
  return useAnswer(useCallback((signal: AbortSignal) => gallery.albums({ signal }), [gallery]));
}
