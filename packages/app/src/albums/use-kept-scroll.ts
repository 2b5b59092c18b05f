import { useEffect, useLayoutEffect } from "react";
import { navigation } from "../navigation/navigation.js";

/** Kept when scrolling rests: what is written while the page is being left is lost in Chromium. */
const REST_MS = 150;

/** Finds the place in a page again that is reloaded or come back to. @param name of the page; @param isReady whether its content is there */
export function useKeptScroll(name: string, isReady: boolean): void {
  useLayoutEffect(() => {
    const place = navigation.keptPlace();
    if (!isReady || place?.block !== name) return;
    scrollTo({ top: place.fraction * document.documentElement.scrollHeight, behavior: "instant" });
  }, [name, isReady]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const fraction = scrollY / document.documentElement.scrollHeight;
      navigation.keepPlace(fraction > 0 ? { kind: "block", block: name, fraction } : undefined);
    };
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    addEventListener("scroll", keepSoon, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", keepSoon);
    };
  }, [name]);
}
