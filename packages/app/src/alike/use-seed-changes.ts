import { useEffect, useMemo, useRef } from "react";
import { photoExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";
import { likeThese, unlikeThese } from "../selection/like-these.js";
import { useShortcut } from "../settings/shortcuts.js";
import type { SeedActions } from "./seeds-context.js";

/**
 * More and less like photos of the page, by button and by key: each is a step that one can go back. The tile that had
 * the focus becomes an example; then the first one of the new answer has it.
 *
 * @param answer changes with what is shown
 */
export function useSeedChanges(page: AlikePage, isOn: boolean, answer: unknown): SeedActions {
  const wasInRows = useRef(false);

  const actions = useMemo(() => {
    const go = (next: AlikePage) => {
      wasInRows.current = document.activeElement?.closest("[role=gridcell]") != null;
      navigation.go(next);
    };
    return {
      plus: (id: number) => go(likeThese(page, photoExamples([id]))),
      minus: (id: number) => go(unlikeThese(page, photoExamples([id]))),
    };
  }, [page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: for each answer
  useEffect(() => {
    if (!wasInRows.current || document.activeElement !== document.body) return;
    wasInRows.current = false;
    document.querySelector<HTMLElement>("main [data-tile]")?.focus({ preventScroll: true });
  }, [answer]);

  useShortcut("+", isOn ? () => withFocused(actions.plus) : undefined);
  useShortcut("-", isOn ? () => withFocused(actions.minus) : undefined);
  return actions;
}

function withFocused(change: (id: number) => void): void {
  const cell = document.activeElement?.closest("[role=gridcell]");
  const id = Number(cell?.querySelector<HTMLElement>("[data-tile]")?.dataset.tile);
  if (id) change(id);
}
