import { useEffect, useReducer } from "react";
import type { MapPhotos } from "./map-photos.js";
import type { MapScene } from "./map-scene.js";

/** Most photos of the list beside the map. */
const LISTED = 24;

export interface Nearby {
  /** How many photos are in view. */
  all: number;
  /** Those nearest to the middle, nearest first. */
  rows: readonly number[];
}

/** What is in view; follows when the view has come to rest. */
export function useNearby(scene: MapScene | null, photos: MapPhotos): Nearby | null {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [nearby, update] = useReducer(
    (before: Nearby | null, now: Nearby) => (isSame(before, now) ? before : now),
    null,
  );
  useEffect(() => {
    if (scene === null) return;
    const look = () => {
      const now = scene.inView(LISTED);
      update(now);
      void photos.want(now.rows);
    };
    look();
    const stopResting = scene.rested.subscribe(look);
    const stopPhotos = photos.listeners.subscribe(draw);
    return () => {
      stopResting();
      stopPhotos();
    };
  }, [scene, photos]);
  return nearby;
}

function isSame(before: Nearby | null, now: Nearby): boolean {
  return before?.all === now.all && before.rows.every((row, at) => row === now.rows[at]);
}
