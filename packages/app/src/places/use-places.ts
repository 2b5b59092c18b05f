import type { PhotoPlaces } from "akin-browser";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { PositionedPhotos } from "../album/positioned-photos.js";
import { useAnswer } from "../album/use-answer.js";
import { groupPlaces } from "./map/group-places.js";
import type { PlaceClusters } from "./map/place-clusters.js";

/** Where the photos of the gallery were taken. */
export function usePlaces() {
  const { gallery } = useAlbum();
  return useAnswer(useCallback((signal: AbortSignal) => gallery.places({ signal }), [gallery]));
}

/** The places grouped; null as long as that takes, in which the map without them is there already. */
export function usePlaceClusters(places: PhotoPlaces): PlaceClusters | null {
  const [clusters, setClusters] = useState<PlaceClusters | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    groupPlaces(places, signal).then(
      (grouped) => signal.aborted || setClusters(grouped),
      (error) => {
        // For the page's boundary, which offers to try again.
        setClusters(() => {
          throw error;
        });
      },
    );
    return () => controller.abort();
  }, [places]);
  return clusters;
}

/** The photos that have been asked for by position. */
export function usePositionedPhotos(): PositionedPhotos {
  const { gallery, changed } = useAlbum();
  return useMemo(() => new PositionedPhotos(gallery, changed.notice), [gallery, changed]);
}
