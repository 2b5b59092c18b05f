import { useCallback, useEffect, useState } from "react";
import { useAlbum } from "./album-context.js";

/** What a question to the gallery has brought so far. */
export type Answer<T> =
  | { status: "loading" }
  | { status: "ready"; value: T }
  | { status: "failed"; retry: () => void };

/** Asks the gallery when the page is opened. @param ask the same function as long as the question is the same */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const { changed } = useAlbum();
  const [answer, setAnswer] = useState<Answer<T>>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const controller = new AbortController();
    setAnswer({ status: "loading" });
    ask(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setAnswer({ status: "ready", value });
      },
      (error) => {
        if (controller.signal.aborted) return;
        changed.notice(error);
        setAnswer({ status: "failed", retry });
      },
    );
    return () => controller.abort();
  }, [ask, attempt, changed, retry]);

  return answer;
}
