import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useState } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import type { AlbumLayout } from "../layout/album-layout.js";
import { findTile } from "../layout/lines.js";
import { type Step, stepFocus } from "../layout/step-focus.js";
import { scrollToLine } from "./scroll-to-tile.js";

const STEPS: Record<string, Step | undefined> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The tile that has the keyboard's focus, and the keys that move it. */
export function useGridFocus(blocks: GridBlocks, layout: AlbumLayout, gridTop: number) {
  const [focused, setFocused] = useState<number | null>(null);
  /** A tile that is to get the focus as soon as it is in the page. */
  const [wanted, setWanted] = useState<number | null>(null);

  useLayoutEffect(() => {
    const line = wanted === null ? undefined : findTile(layout, wanted)?.line;
    const tile = document.querySelector<HTMLElement>(`[data-tile="${wanted}"]`);
    if (line === undefined || tile === null) return;
    scrollToLine(line, gridTop, "nearest");
    tile.focus({ preventScroll: true });
    setWanted(null);
  }, [layout, wanted, gridTop]);

  // Rows that are laid out anew, as when photos come beside it, are new elements: the focus would be lost with the old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout decides which elements there are
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-tile="${focused}"]`)?.focus({ preventScroll: true });
  }, [layout, focused]);

  const focusTile = (id: number | undefined) => {
    if (id === undefined) return;
    setFocused(id);
    setWanted(id);
  };
  const focusEnd = async (end: "first" | "last") => {
    const name = blocks.ends()[end];
    const photos = name === undefined ? [] : await blocks.load(name);
    focusTile((end === "first" ? photos[0] : photos.at(-1))?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isEnd = event.key === "Home" || event.key === "End";
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (focused === null || (step === undefined && !isEnd)) return;
    event.preventDefault();
    if (isEnd) void focusEnd(event.key === "Home" ? "first" : "last");
    else if (step !== undefined) focusTile(stepFocus(layout, focused, step));
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target.dataset.tile)
      setFocused(Number(target.dataset.tile));
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setFocused(null);
  };
  return { focused, focusTile, handlers: { onKeyDown, onFocus, onBlur } };
}
