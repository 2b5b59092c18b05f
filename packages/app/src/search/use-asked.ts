import { useCallback, useEffect, useState } from "react";
import { useAlbum } from "../album/album-context.js";

/** What was asked of the gallery; the answer of before until there is a new one. */
export interface Asked<T> {
  value: T | undefined;
  failed: boolean;
  retry: () => void;
}

/** @param ask the same function as long as the question is the same; null asks nothing */
export function useAsked<T>(ask: ((signal: AbortSignal) => Promise<T>) | null): Asked<T> {
  const { changed } = useAlbum();
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setFailed(false);
    ask?.(signal).then(
      (answer) => {
        if (!signal.aborted) setValue(answer);
      },
      (error) => {
        if (signal.aborted) return;
        changed.notice(error);
        setFailed(true);
      },
    );
    return () => controller.abort();
  }, [ask, attempt, changed]);

  return { value, failed, retry };
}
