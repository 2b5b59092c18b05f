import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { navigation } from "../../navigation/navigation.js";
import { fly } from "./fly.js";
import { formatAt, parseAt } from "./map-address.js";
import { clampView, type MapSize, type MapView } from "./map-view.js";

/** When the map has been still for so long, the address follows. */
const REST_MS = 200;

export interface MapControl {
  /** Null until the map's size is known. */
  view: MapView | null;
  /** Changes the view at once, as fingers do, or on the way that keys and buttons take. */
  move(change: (view: MapView) => MapView, how?: "at-once" | "calmly"): void;
}

/** The map's view, which follows the address, and which the address follows. @param whole shows all places */
export function useMapView(
  at: string | null,
  size: MapSize | null,
  whole: () => MapView,
): MapControl {
  const [view, setView] = useState<MapView | null>(null);
  /** The same, for what happens before the page is drawn again. */
  const shown = useRef<MapView | null>(null);
  /** Where the map will stand when it has come to rest. */
  const target = useRef<MapView | null>(null);
  /** What the address said last, be it of ours or of a link. */
  const seen = useRef<string | null>(null);
  const sized = useRef(size);
  const stop = useRef(() => {});
  const [moves, setMoves] = useState(0);

  const go = useCallback((next: MapView, how: "at-once" | "calmly") => {
    const show = (now: MapView) => {
      shown.current = now;
      setView(now);
    };
    stop.current();
    target.current = next;
    if (shown.current === null || how === "at-once") show(next);
    else stop.current = fly(shown.current, next, show);
  }, []);

  const follow = useEffectEvent((now: MapSize) => {
    if (target.current !== null && at === seen.current) {
      // What we wrote ourselves, or another size.
      if (now !== sized.current) go(clampView(target.current, now), "at-once");
      sized.current = now;
      return;
    }
    sized.current = now;
    seen.current = at;
    go(clampView(parseAt(at)?.view ?? whole(), now), "calmly");
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the address is followed
  useEffect(() => {
    if (size !== null) follow(size);
  }, [at, size]);
  useEffect(() => () => stop.current(), []);

  const write = useEffectEvent(() => {
    if (target.current === null) return;
    const now = formatAt(target.current);
    seen.current = now;
    navigation.replace({ view: "places", at: now });
  });
  useEffect(() => {
    if (moves === 0) return;
    const timer = setTimeout(() => write(), REST_MS);
    return () => clearTimeout(timer);
  }, [moves]);

  const move = useCallback(
    (change: (view: MapView) => MapView, how: "at-once" | "calmly" = "at-once") => {
      const from = how === "calmly" ? target.current : shown.current;
      if (size === null || from === null) return;
      go(clampView(change(from), size), how);
      setMoves((count) => count + 1);
    },
    [size, go],
  );
  return { view, move };
}
