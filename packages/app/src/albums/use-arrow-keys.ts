import { type FocusEvent, type KeyboardEvent, useState } from "react";

/** Links in rows, of which one is a stop of the Tab key: the arrow keys, Home and End go from one to the other. */
export function useArrowKeys() {
  const [tabStop, setTabStop] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = linksIn(event.currentTarget);
    const at = indexOf(links, event.target);
    const next = at < 0 ? undefined : stepTo(links, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const onFocus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    const at = indexOf(linksIn(currentTarget), target);
    if (at >= 0) setTabStop(at);
  };
  return { tabStop, handlers: { onKeyDown, onFocus } };
}

function linksIn(element: HTMLElement): HTMLAnchorElement[] {
  return [...element.querySelectorAll("a")];
}

function indexOf(links: readonly HTMLAnchorElement[], target: EventTarget): number {
  return target instanceof HTMLAnchorElement ? links.indexOf(target) : -1;
}

function stepTo(
  links: readonly HTMLAnchorElement[],
  at: number,
  key: string,
): HTMLAnchorElement | undefined {
  const columns = countColumns(links);
  const steps: Record<string, number | undefined> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: links.length - 1,
  };
  return links[steps[key] ?? -1];
}

function countColumns(links: readonly HTMLAnchorElement[]): number {
  const top = links[0]?.offsetTop;
  const end = links.findIndex((link) => link.offsetTop !== top);
  return end < 0 ? links.length : end;
}
