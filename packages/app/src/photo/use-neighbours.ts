import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import type { CardState } from "../album/cards.js";

/** The photos before and after one in the list that one came from, as soon as they are known. */
export function useNeighbours(id: number, state: CardState) {
  const { lists, cards } = useAlbum();
  useSyncExternalStore(lists.listeners.subscribe, lists.listeners.version);
  const list = lists.of(id);
  const version = useSyncExternalStore(list.listeners.subscribe, list.listeners.version);
  const takenAt = state.status === "ready" ? state.card.takenAt : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come may tell where the photo is
  useEffect(() => {
    void list.approach(id, takenAt);
  }, [list, id, takenAt, version]);

  const { previous, next } = list.neighbours(id);
  const previousId = previous?.id;
  const nextId = next?.id;
  useEffect(() => {
    cards.prefetch([nextId, previousId].filter((each) => each !== undefined));
  }, [cards, nextId, previousId]);
  return { previous, next };
}
