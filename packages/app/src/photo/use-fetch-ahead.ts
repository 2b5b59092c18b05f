import { useEffect } from "react";
import { useAlbum } from "../album/album-context.js";

const SIGNS = ["pointerover", "pointerdown", "focusin"] as const;

/**
 * Fetches the card of a photo that one points at: by the time of the click it is mostly there. With the click it is asked
 * for before anything is drawn.
 */
export function useFetchAhead(): void {
  const { cards } = useAlbum();
  useEffect(() => {
    const controller = new AbortController();
    const options = { signal: controller.signal, passive: true, capture: true };
    for (const sign of SIGNS) {
      addEventListener(sign, (event) => withPhotoOf(event, (id) => cards.prefetch([id])), options);
    }
    addEventListener("click", (event) => withPhotoOf(event, (id) => void cards.load(id)), options);
    return () => controller.abort();
  }, [cards]);
}

function withPhotoOf({ target }: Event, use: (id: number) => void): void {
  if (!(target instanceof Element)) return;
  const id = Number(target.closest<HTMLElement>("[data-tile]")?.dataset.tile);
  if (Number.isSafeInteger(id)) use(id);
}
