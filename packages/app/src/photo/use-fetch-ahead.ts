import { useEffect } from "react";
import { useAlbum } from "../album/album-context.js";

const SIGNS = ["pointerover", "pointerdown", "focusin"] as const;

/** Fetches the card of a photo that one points at: by the time of the click it is mostly there. */
export function useFetchAhead(): void {
  const { cards } = useAlbum();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const look = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const id = Number(target.closest<HTMLElement>("[data-tile]")?.dataset.tile);
      if (Number.isSafeInteger(id)) cards.prefetch([id]);
    };
    for (const sign of SIGNS) addEventListener(sign, look, { signal, passive: true });
    return () => controller.abort();
  }, [cards]);
}
