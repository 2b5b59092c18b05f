import type { DatabaseProgress } from "akin-browser";
import { useEffect, useState } from "react";
import { useAlbum } from "../album/album-context.js";

/** Sooner it would only flicker. */
const SLOW_MS = 1000;

/** How much of the searchable database is there, once one has waited for it; null before, and when it is all there. */
export function useSlowLoading(): DatabaseProgress | null {
  const { gallery } = useAlbum();
  const [progress, setProgress] = useState<DatabaseProgress | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      const end = () => {
        if (!signal.aborted) setProgress(null);
      };
      // The search itself tells what goes wrong.
      gallery.databases({ signal, onProgress: setProgress }).then(end, end);
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [gallery]);
  return progress;
}
