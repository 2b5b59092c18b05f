/**
 * Gives the focus to one of some elements after the one that had it is gone: where there are fewer, to the last; where
 * there are none, to what the page is about.
 */
export function focusOn(selector: string, at: number): void {
  const all = document.querySelectorAll<HTMLElement>(selector);
  const next = all[Math.min(at, all.length - 1)];
  if (next !== undefined) {
    next.focus({ preventScroll: true });
    return;
  }
  const main = document.querySelector("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus({ preventScroll: true });
}
