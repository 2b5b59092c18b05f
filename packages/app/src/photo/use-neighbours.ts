import { useEffect } from "react";
import { useAlbum, useBlocksVersion } from "../album/album-context.js";
import type { CardState } from "../album/cards.js";

/** The photos before and after one in the album's order, as soon as they are known. */
export function useNeighbours(id: number, state: CardState) {
  const { blocks, cards } = useAlbum();
  const version = useBlocksVersion();
  const takenAt = state.status === "ready" ? state.card.takenAt : undefined;
  useEffect(() => {
    if (takenAt !== undefined) void blocks.locate(id, takenAt);
  }, [blocks, id, takenAt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once the photo's own block is there
  useEffect(() => {
    for (const name of blocks.blocksAround(id)) {
      if (!blocks.hasFailed(name)) void blocks.load(name);
    }
  }, [blocks, id, version]);

  const { previous, next } = blocks.neighbours(id);
  const previousId = previous?.id;
  const nextId = next?.id;
  useEffect(() => {
    cards.prefetch([nextId, previousId].filter((each) => each !== undefined));
  }, [cards, nextId, previousId]);
  return { previous, next };
}
