import { useCallback, useState } from "react";
import type { DatabasePair } from "../databases/database.js";
import type { Gallery } from "../gallery.js";
import type { GalleryError } from "../gallery-error.js";
import type { GallerySource } from "./gallery-store.js";
import { toldError } from "./told-error.js";
import { useGallery } from "./use-gallery.js";
import { useLoaded } from "./use-loaded.js";

/**
 * The gallery's databases, opened when the first component with this hook is on the page, and shared by all.
 *
 * @param source the site's root or an open gallery; default: the page's own folder
 * @returns the pair, null until it is open; how much is loaded, 0 to 100; the error if it can't be opened
 */
export function useDatabase(
  source?: GallerySource,
): [databases: DatabasePair | null, progress: number, error: GalleryError | null] {
  const { gallery, error } = useGallery(source);
  const [loaded, setLoaded] = useState<{ gallery: Gallery; percent: number } | null>(null);
  const open = useCallback(
    async (signal: AbortSignal) => {
      if (gallery === null) return null;
      return await gallery.databases({
        signal,
        onProgress({ loadedBytes, totalBytes }) {
          // 100 is told by the open pair, not by the last byte.
          const percent = Math.min(99, Math.floor((100 * loadedBytes) / Math.max(1, totalBytes)));
          setLoaded({ gallery, percent });
        },
      });
    },
    [gallery],
  );
  const { value, failure } = useLoaded(open);
  const percent = loaded !== null && loaded.gallery === gallery ? loaded.percent : 0;
  return [value, value === null ? percent : 100, error ?? toldError(failure)];
}
