import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Zoom } from "../zoom/zoom.js";
import { listenToWheel } from "./listen-to-wheel.js";
import { type StageActions, StageGestures } from "./stage-gestures.js";

/** Lets fingers and the mouse move the photo. */
export function useStageGestures(
  track: RefObject<HTMLElement | null>,
  zoom: Zoom | undefined,
  actions: StageActions,
): void {
  const current = useEffectEvent(() => actions);
  useEffect(() => {
    const view = track.current?.closest<HTMLElement>("[role=dialog]") ?? null;
    if (track.current === null || view === null || zoom === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    new StageGestures(track.current, view, zoom, () => current()).listen(signal);
    listenToWheel(track.current, view, zoom, signal);
    return () => controller.abort();
  }, [track, zoom]);
}
