import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "./album-context.js";
import type { CardState } from "./cards.js";

/** The card of a photo, asked for if need be. */
export function useCard(id: number): CardState & { retry: () => void } {
  const { cards } = useAlbum();
  const state = useSyncExternalStore(cards.listeners.subscribe, () => cards.state(id));
  useEffect(() => {
    void cards.load(id);
  }, [cards, id]);
  return { ...state, retry: () => void cards.load(id) };
}
