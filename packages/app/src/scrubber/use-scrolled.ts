import { useSyncExternalStore } from "react";

/** How far the page is scrolled, as a share of how far it can be, 0 to 1. */
export function useScrolled(): number {
  return useSyncExternalStore(subscribe, scrolled);
}

/** How far the page can be scrolled, in pixels. */
export function scrollRange(): number {
  return Math.max(1, document.documentElement.scrollHeight - innerHeight);
}

function scrolled(): number {
  return Math.min(1, scrollY / scrollRange());
}

function subscribe(listener: () => void): () => void {
  addEventListener("scroll", listener, { passive: true });
  addEventListener("resize", listener);
  return () => {
    removeEventListener("scroll", listener);
    removeEventListener("resize", listener);
  };
}
