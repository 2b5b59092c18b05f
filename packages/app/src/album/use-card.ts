import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "./album-context.js";
import type { CardState } from "./cards.js";

/** The card of a photo; asks for it if need be, and fetches those of its similar photos ahead. */
export function useCard(id: number): CardState & { retry: () => void } {
  const { cards } = useAlbum();
  const state = useSyncExternalStore(cards.listeners.subscribe, () => cards.state(id));
  useEffect(() => {
    void cards.load(id);
  }, [cards, id]);

  const card = state.status === "ready" ? state.card : undefined;
  useEffect(() => {
    if (card === undefined) return;
    for (const similar of card.similar.slice(0, SHOWN_SIMILAR)) void cards.load(similar.id);
  }, [cards, card]);
  return { ...state, retry: () => void cards.load(id) };
}

/** The panel shows this many similar photos. */
export const SHOWN_SIMILAR = 5;
