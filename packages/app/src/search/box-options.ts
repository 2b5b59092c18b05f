import type { Suggestion } from "akin-browser";
import { useCallback, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import { recentSearches } from "./recent-searches.js";
import { useAsked } from "./use-asked.js";

/** What the search box offers. */
export type BoxOption =
  | { kind: "recent"; text: string }
  | { kind: "clear" }
  /** @property text what the suggestion was made for */
  | { kind: "suggestion"; suggestion: Suggestion; text: string };

const SUGGESTIONS = 8;
const NONE: BoxOption[] = [];

/** Texts searched for lately as long as nothing is typed, then how it could go on. */
export function useBoxOptions(typed: string, isOpen: boolean): BoxOption[] {
  const { gallery } = useAlbum();
  const recent = useSyncExternalStore(recentSearches.listeners.subscribe, recentSearches.get);
  const isEmpty = typed.trim() === "";
  const ask = useCallback(
    async (signal: AbortSignal): Promise<BoxOption[]> => {
      const found = await gallery.suggest(typed, { limit: SUGGESTIONS, signal });
      const more = found.filter(
        ({ kind, value, start }) => kind !== "word" || value !== typed.slice(start).toLowerCase(),
      );
      return more.map((suggestion) => ({ kind: "suggestion", suggestion, text: typed }));
    },
    [gallery, typed],
  );
  const { value } = useAsked(isOpen && !isEmpty ? ask : null);
  if (!isOpen) return NONE;
  if (!isEmpty) return value ?? NONE;
  const texts = recent.map((text): BoxOption => ({ kind: "recent", text }));
  return texts.length === 0 ? NONE : [...texts, { kind: "clear" }];
}
