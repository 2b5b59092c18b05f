import { useEffect, useEffectEvent, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { useShortcut } from "../settings/shortcuts.js";
import { photosBetween } from "./photos-between.js";
import { selection } from "./selection.js";
import { tileOf, useLongPress } from "./use-long-press.js";

/**
 * How photos are picked from any tiles: with Ctrl or Command, Shift for all up to there, a long press, and while some
 * are picked a tap; `x` for the tile that has the focus.
 */
export function useSelectGestures(isOn: boolean): void {
  const { lists } = useAlbum();
  /** Where a range begins. */
  const last = useRef<number | null>(null);

  const toggle = (id: number) => {
    selection.toggle(id);
    last.current = id;
  };
  const selectTo = (id: number) => {
    const from = last.current;
    const isRange = from !== null && selection.has(from);
    selection.add(isRange ? photosBetween(lists.of(from), from, id) : [id]);
    last.current = id;
  };
  const onClick = useEffectEvent((event: MouseEvent) => {
    const mark = markOf(event.target);
    const id = Number(mark?.dataset.select ?? tileOf(event.target)?.dataset.tile);
    if (!isOn || !id || event.button !== 0) return;
    const isTap = event instanceof PointerEvent && event.pointerType === "touch";
    const isToggle = mark !== null || event.ctrlKey || event.metaKey || (isTap && isSelecting());
    if (!isToggle && !event.shiftKey) return;
    // The tile's link is not followed, neither here nor to another tab.
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) selectTo(id);
    else toggle(id);
  });

  // Before the clicks, as it takes its own away.
  useLongPress((tile) => {
    if (isOn) toggle(Number(tile.dataset.tile));
  });
  useEffect(() => {
    const listener = (event: MouseEvent) => onClick(event);
    document.addEventListener("click", listener, { capture: true });
    return () => document.removeEventListener("click", listener, { capture: true });
  }, []);
  useShortcut("x", () => {
    const cell = document.activeElement?.closest("[role=gridcell]");
    const tile = cell?.querySelector<HTMLElement>("[data-tile]");
    if (isOn && tile) toggle(Number(tile.dataset.tile));
  });
}

/** The check mark of a tile that something happens in. */
function markOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-select]") : null;
}

function isSelecting(): boolean {
  return selection.ids().length > 0;
}
