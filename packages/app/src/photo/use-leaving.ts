import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Tells when one leaves an open menu: by a press or the focus beside it, or by Escape.
 *
 * @param onEscape the key is meant for the menu alone then
 */
export function useLeaving(
  menu: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onLeave: () => void,
  onEscape: () => void,
): void {
  const leave = useEffectEvent(onLeave);
  const close = useEffectEvent(onEscape);
  useEffect(() => {
    const element = menu.current;
    if (!isOpen || element === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !element.contains(target);
    addEventListener("pointerdown", ({ target }) => isOutside(target) && leave(), { signal });
    addEventListener("focusin", ({ target }) => isOutside(target) && leave(), { signal });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    };
    element.addEventListener("keydown", onKey, { signal });
    return () => controller.abort();
  }, [menu, isOpen]);
}
