import { type PointerEvent, type RefObject, useState } from "react";
import { pageScroll } from "../scroll/page-scroll.js";

/** Scrolls the page to where the pointer is on the track, as long as it is down. */
export function useScrubbing(track: RefObject<HTMLElement | null>) {
  const [isScrubbing, setScrubbing] = useState(false);

  const follow = ({ clientY }: PointerEvent) => {
    if (track.current === null) return;
    const { top, height } = track.current.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientY - top) / height));
    pageScroll.to(share * pageScroll.range());
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    // Nothing is to be selected on the way, and the keyboard goes on from here.
    event.preventDefault();
    track.current?.querySelector<HTMLElement>("[role=slider]")?.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    setScrubbing(true);
    follow(event);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (isScrubbing) follow(event);
  };
  const stop = () => setScrubbing(false);
  return {
    isScrubbing,
    handlers: { onPointerDown, onPointerMove, onPointerUp: stop, onPointerCancel: stop },
  };
}
