import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";

/** Whether there are photos that look like one, beside those of its subject. @param id undefined for no photo */
export function useHasLooks(id: number | undefined): boolean {
  const { cards } = useAlbum();
  const state = useSyncExternalStore(cards.listeners.subscribe, () =>
    id === undefined ? null : cards.state(id),
  );
  useEffect(() => {
    if (id !== undefined) void cards.load(id);
  }, [cards, id]);
  return state?.status === "ready" && state.card.byLook.length > 0;
}
