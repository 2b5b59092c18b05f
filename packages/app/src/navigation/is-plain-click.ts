import type { MouseEvent } from "react";

/** Whether a click on a link is ours; with a modifier it opens a tab or a window, as on any page. */
export function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}
