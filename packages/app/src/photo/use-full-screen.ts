import { useEffect, useSyncExternalStore } from "react";

export interface FullScreen {
  isOn: boolean;
  /** Undefined where the browser has none, as on an iPhone. */
  toggle: (() => void) | undefined;
  leave: () => void;
}

/** Full screen of the whole page, which ends with the view. */
export function useFullScreen(): FullScreen {
  const isOn = useSyncExternalStore(subscribe, isFullScreen);
  useEffect(() => leave, []);
  const toggle = () => {
    if (isOn) leave();
    // Refused where the page is embedded without that right: then nothing changes.
    else document.documentElement.requestFullscreen().catch(() => {});
  };
  return { isOn, toggle: document.fullscreenEnabled ? toggle : undefined, leave };
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

function isFullScreen(): boolean {
  return document.fullscreenElement != null;
}

function leave(): void {
  // It may have ended meanwhile.
  if (isFullScreen()) document.exitFullscreen().catch(() => {});
}
