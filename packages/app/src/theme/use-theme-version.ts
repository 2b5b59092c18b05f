import { useSyncExternalStore } from "react";
import { Listeners } from "../listeners.js";

const listeners = new Listeners();
const changed = () => listeners.changed();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
new MutationObserver(changed).observe(document.documentElement, {
  attributeFilter: ["data-theme"],
});

/** Renders again when the theme changes, for what is not drawn by styles; the number changes each time. */
export function useThemeVersion(): number {
  return useSyncExternalStore(listeners.subscribe, listeners.version);
}
