import { useCallback, useEffect, useState } from "react";

/** Both are null while it loads. */
export interface Loaded<T> {
  value: T | null;
  failure: unknown;
  /** Loads again. */
  retry: () => void;
}

interface Result<T> {
  load: unknown;
  attempt: number;
  value: T | null;
  failure: unknown;
}

/**
 * What `load` gives. A new `load` starts anew and aborts the one before, whose result is never shown.
 *
 * @param load must stay the same function (useCallback) while the question is the same
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Result<T> | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const show = (value: T | null, failure: unknown) => {
      if (!controller.signal.aborted) setResult({ load, attempt, value, failure });
    };
    load(controller.signal).then(
      (value) => show(value, null),
      (failure: unknown) => show(null, failure),
    );
    return () => controller.abort();
  }, [load, attempt]);
  const retry = useCallback(() => setAttempt((attempts) => attempts + 1), []);
  // Between a new question and its answer, the state still holds the old answer.
  const current = result?.load === load && result?.attempt === attempt ? result : null;
  return { value: current?.value ?? null, failure: current?.failure ?? null, retry };
}
