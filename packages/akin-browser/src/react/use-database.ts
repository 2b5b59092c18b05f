import { useCallback, useState } from "react";
import type { DatabasePair } from "../databases/database.js";
import type { DatabaseFiles } from "../databases/open-databases.js";
import type { GalleryError } from "../gallery-error.js";
import { type DatabaseOpener, filesOpener } from "./database-store.js";
import type { GallerySource } from "./gallery-store.js";
import { toldError } from "./told-error.js";
import { useGallery } from "./use-gallery.js";
import { useLoaded } from "./use-loaded.js";

/**
 * Databases, opened when the first component with this hook is on the page, and shared by all.
 *
 * @param source a gallery's root, an open gallery, or plain SQLite files; default: the gallery in the page's own folder
 * @returns the pair, null until it is open; how much is loaded of what has to be, 0 to 100; the error if it can't be
 *   opened
 */
export function useDatabase(
  source?: GallerySource | DatabaseFiles,
): [databases: DatabasePair | null, progress: number, error: GalleryError | null] {
  const files = isFiles(source) ? source : null;
  const { gallery, error } = useGallery(isFiles(source) ? null : source);
  const opener: DatabaseOpener | null = files === null ? gallery : filesOpener(files);
  const [loaded, setLoaded] = useState<{ opener: DatabaseOpener; percent: number } | null>(null);
  const open = useCallback(
    async (signal: AbortSignal) => {
      if (opener === null) return null;
      return await opener.databases({
        signal,
        onProgress({ loadedBytes, totalBytes }) {
          // 100 is told by the open pair, not by the last byte.
          const percent = Math.min(99, Math.floor((100 * loadedBytes) / Math.max(1, totalBytes)));
          // Of plain files the size may be known only when they have come.
          setLoaded((before) =>
            before?.opener === opener && before.percent > percent ? before : { opener, percent },
          );
        },
      });
    },
    [opener],
  );
  const { value, failure } = useLoaded(open);
  const percent = loaded !== null && loaded.opener === opener ? loaded.percent : 0;
  return [value, value === null ? percent : 100, error ?? toldError(failure)];
}

function isFiles(source: GallerySource | DatabaseFiles | undefined): source is DatabaseFiles {
  return typeof source === "object" && "database" in source;
}
