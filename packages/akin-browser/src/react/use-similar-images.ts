import { useCallback, useEffect } from "react";
import type { SimilarPhoto } from "../format/index.js";
import type { Gallery } from "../gallery.js";
import type { GalleryError } from "../gallery-error.js";
import { reallyAlike } from "../similar/really-alike.js";
import type { GallerySource } from "./gallery-store.js";
import { toldError } from "./told-error.js";
import { useGallery } from "./use-gallery.js";
import { useLoaded } from "./use-loaded.js";

export interface UseSimilarImagesOptions {
  /** How many photos at most. Default: 5. */
  limit?: number | undefined;
  /** Alike by what is shown (`subject`, the gallery's model) or by colours and layout (`look`). Default: `subject`. */
  by?: "subject" | "look" | undefined;
  /** The site's root or an open gallery. Default: the page's own folder. */
  gallery?: GallerySource | undefined;
}

export type SimilarImagesResult =
  | { status: "loading" }
  /** Nothing is really alike, or there is no such photo in the gallery. */
  | { status: "empty" }
  | { status: "error"; error: GalleryError; retry: () => void }
  | { status: "ready"; photos: SimilarPhoto[]; gallery: Gallery };

/**
 * The photos most like one, nearest first, from its card; a database is loaded only for more than a card holds
 * (`SIMILAR_ON_CARD`).
 */
export function useSimilarImages(
  imagePath: string,
  { limit = 5, by = "subject", gallery: source }: UseSimilarImagesOptions = {},
): SimilarImagesResult {
  const opened = useGallery(source);
  const { gallery } = opened;
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (gallery === null) return null;
      const photos = await gallery.similar(imagePath, { limit, by, signal });
      return { gallery, photos: reallyAlike(photos) };
    },
    [gallery, imagePath, limit, by],
  );
  const loaded = useLoaded(load);
  const found = loaded.value;
  useEffect(() => {
    found?.gallery.prefetch(found.photos.map(({ id }) => id));
  }, [found]);

  const retry = opened.error === null ? loaded.retry : opened.retry;
  const error = opened.error ?? toldError(loaded.failure);
  if (error !== null) return { status: "error", error, retry };
  if (found === null) return { status: "loading" };
  if (found.photos.length === 0) return { status: "empty" };
  return { status: "ready", ...found };
}
