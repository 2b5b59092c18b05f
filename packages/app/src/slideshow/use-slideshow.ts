import { useEffect, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { navigation } from "../navigation/navigation.js";
import { decodeAhead } from "../photo/decoded.js";
import { nextPhoto, type SlideshowKind } from "./next-photo.js";
import { usePageVisible } from "./use-page-visible.js";

export type SlideshowState = "playing" | "paused" | "ended" | "failed";

export interface Slideshow {
  state: SlideshowState;
  /** Plays, pauses, or begins again. */
  toggle: () => void;
}

interface SlideshowOptions {
  kind: SlideshowKind;
  seconds: number;
  /** Whether it waits: while one looks at a photo from near. */
  isHeld: boolean;
}

/** Goes from photo to photo by itself, as long as the page is to be seen. @param id the photo that is shown */
export function useSlideshow(id: number, { kind, seconds, isHeld }: SlideshowOptions): Slideshow {
  const album = useAlbum();
  const [state, setState] = useState<SlideshowState>("playing");
  const isVisible = usePageVisible();
  const isGoing = state === "playing" && isVisible && !isHeld;
  const first = useRef(id);
  const seen = useRef(new Set<number>());

  useEffect(() => {
    seen.current.add(id);
    if (!isGoing) return;
    const controller = new AbortController();
    const { signal } = controller;
    const go = async () => {
      const rested = rest(seconds * 1000);
      const next = await nextPhoto(album, kind, id, seen.current);
      // One that can't be loaded says so in its place.
      if (next !== undefined) await decodeAhead(album, next).catch(() => {});
      await rested;
      if (signal.aborted) return;
      if (next === undefined) return setState("ended");
      album.remember(next);
      if (kind === "walk") navigation.walkOn(next.id);
      else navigation.replacePhoto(next.id);
    };
    go().catch(() => signal.aborted || setState("failed"));
    return () => controller.abort();
  }, [album, id, kind, seconds, isGoing]);

  const toggle = () => {
    if (state === "ended") {
      seen.current.clear();
      if (kind === "list") navigation.replacePhoto(first.current);
    }
    setState(state === "playing" ? "paused" : "playing");
  };
  return { state, toggle };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
