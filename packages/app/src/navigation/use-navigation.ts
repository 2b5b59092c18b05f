import { useSyncExternalStore } from "react";
import { navigation } from "./navigation.js";
import type { Route } from "./route.js";

export function useRoute(): Route {
  return useSyncExternalStore(navigation.listeners.subscribe, navigation.route);
}

/** The photo whose tile the page should have in view. */
export function useOrigin(): number | null {
  return useSyncExternalStore(navigation.listeners.subscribe, navigation.origin);
}
