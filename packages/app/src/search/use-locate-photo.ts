import { useEffect, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { useRoute } from "../navigation/use-navigation.js";
import type { Found } from "./found.js";

/** A visit that begins at a photo over results, maybe far down in them: its place in them is looked up. */
export function useLocatePhoto(found: Found | null): void {
  const { cards } = useAlbum();
  const photo = useRef(useRoute().photo);
  useEffect(() => {
    const id = photo.current;
    if (found === null || id === null) return;
    photo.current = null;
    void (async () => {
      await cards.load(id);
      const state = cards.state(id);
      if (state.status === "ready") await found.blocks.locate(id, state.card.takenAt);
    })();
  }, [found, cards]);
}
