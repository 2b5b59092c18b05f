import type { MapView } from "./map-view.js";

const DURATION_MS = 320;

/** Goes from one view to another on the shortest way. @returns stops it */
export function fly(from: MapView, to: MapView, show: (view: MapView) => void): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    show(to);
    return () => {};
  }
  let start: number | undefined;
  let frame = requestAnimationFrame(function step(now) {
    start ??= now;
    const part = Math.min(1, (now - start) / DURATION_MS);
    show(part === 1 ? to : between(from, to, 1 - (1 - part) ** 3));
    if (part < 1) frame = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(frame);
}

function between(from: MapView, to: MapView, part: number): MapView {
  const zoom = from.zoom + (to.zoom - from.zoom) * part;
  // While one comes nearer, the target moves to the middle in a straight line only if the middle moves by this.
  const change = to.zoom - from.zoom;
  const moved = Math.abs(change) < 0.01 ? part : (1 - 2 ** (from.zoom - zoom)) / (1 - 2 ** -change);
  const dx = to.x - from.x;
  return {
    zoom,
    x: from.x + (dx - Math.round(dx)) * moved,
    y: from.y + (to.y - from.y) * moved,
  };
}
