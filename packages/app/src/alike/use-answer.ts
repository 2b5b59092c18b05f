import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Album } from "../album/album.js";
import { useAlbum } from "../album/album-context.js";
import { type AnswerState, PendingAnswer } from "./answers.js";
import { keyOf, type Question } from "./question.js";

/** Answers to so many questions are kept, so that going back shows them at once. */
const KEPT = 12;
const kept = new WeakMap<Album, Map<string, PendingAnswer>>();

interface ShownAnswer extends AnswerState {
  /** Whether it is the answer to the question before, shown until there is one to this. */
  isOld: boolean;
  retry: () => void;
}

/** @param hasVectors whether all vectors have been loaded on demand: then answers are exact */
export function useAnswer(question: Question, hasVectors: boolean): ShownAnswer {
  const album = useAlbum();
  const key = `${keyOf(question)} ${hasVectors}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  const pending = useMemo(() => pendingAnswer(album, key, question), [album, key]);
  const state = useSyncExternalStore(pending.listeners.subscribe, pending.state);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each attempt anew
  useEffect(pending.start, [pending, attempt]);

  const [before, setBefore] = useState(state);
  const isOld = state.answer === null && state.error === null && before.answer !== null;
  if (!isOld && before !== state) setBefore(state);
  const shown = isOld ? { ...before, loading: state.loading } : state;
  return { ...shown, isOld, retry: () => setAttempt(attempt + 1) };
}

function pendingAnswer(album: Album, key: string, question: Question): PendingAnswer {
  const known = kept.get(album) ?? new Map<string, PendingAnswer>();
  kept.set(album, known);
  const pending = known.get(key) ?? new PendingAnswer(album, question);
  known.delete(key);
  known.set(key, pending);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return pending;
}
