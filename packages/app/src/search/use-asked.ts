import { useCallback, useEffect, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";

/** What was asked of the gallery; the answer of before until there is a new one. */
export interface Asked<T> {
  value: T | undefined;
  failed: boolean;
  retry: () => void;
}

type Ask<T> = (signal: AbortSignal) => Promise<T>;

/** What is not urgent is asked when the urgent questions have had their time. */
const LATER_MS = 800;

/**
 * @param ask the same function as long as the question is the same; null asks nothing
 * @param isUrgent whether a new answer is needed at once where there is one already. Default: true
 */
export function useAsked<T>(ask: Ask<T> | null, isUrgent = true): Asked<T> {
  const { changed } = useAlbum();
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const answered = useRef<Ask<T> | null>(null);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (ask === null || answered.current === ask) return;
    const controller = new AbortController();
    const { signal } = controller;
    setFailed(false);
    const run = async () => {
      try {
        const answer = await ask(signal);
        if (signal.aborted) return;
        answered.current = ask;
        setValue(answer);
      } catch (error) {
        if (signal.aborted) return;
        changed.notice(error);
        setFailed(true);
      }
    };
    const isLater = !isUrgent && answered.current !== null;
    const timer = setTimeout(run, isLater ? LATER_MS : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [ask, isUrgent, attempt, changed]);

  return { value, failed, retry };
}
