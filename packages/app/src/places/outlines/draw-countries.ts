import { type MapSize, type MapView, worldWidth } from "../map/map-view.js";
import type { Country, Ring } from "./country.js";

export interface MapColours {
  land: string;
  border: string;
}

/** The part of the world that is drawn, and where it stands on the canvas. */
interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Pixels of the whole world. */
  world: number;
}

/** Draws the countries in view, as often side by side as the map is wide. @param ratio the canvas's pixels to one of the page */
export function drawCountries(
  context: CanvasRenderingContext2D,
  countries: readonly Country[],
  view: MapView,
  size: MapSize,
  colours: MapColours,
  ratio: number,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  const world = worldWidth(view.zoom);
  const [halfWidth, halfHeight] = [size.width / 2 / world, size.height / 2 / world];
  const land = new Path2D();
  const borders = new Path2D();
  const first = Math.floor(view.x - halfWidth);
  for (let copy = first; copy < view.x + halfWidth; copy++) {
    const left = view.x - halfWidth - copy;
    const top = view.y - halfHeight;
    const frame = { left, right: left + 2 * halfWidth, top, bottom: top + 2 * halfHeight, world };
    for (const { rings } of countries) {
      for (const ring of rings) {
        if (!isInFrame(ring, frame)) continue;
        trace(land, ring, frame, false);
        trace(borders, ring, frame, true);
      }
    }
  }
  context.fillStyle = colours.land;
  context.fill(land, "evenodd");
  context.strokeStyle = colours.border;
  context.lineWidth = 0.75;
  context.lineJoin = "round";
  context.stroke(borders);
}

function isInFrame(ring: Ring, frame: Frame): boolean {
  return (
    ring.right > frame.left &&
    ring.left < frame.right &&
    ring.bottom > frame.top &&
    ring.top < frame.bottom
  );
}

/**
 * Adds a line to a path. Of points that follow each other beyond the same edge only the first and the last are needed.
 * @param isBorder leaves out where the map is cut, which is no border
 */
function trace(path: Path2D, { points }: Ring, frame: Frame, isBorder: boolean): void {
  const count = points.length / 2;
  // The edges that all points since the last one drawn lie beyond.
  let common = 0;
  for (let index = 0; index <= count; index++) {
    const at = 2 * (index % count);
    const [x = 0, y = 0] = [points[at], points[at + 1]];
    const next = 2 * ((index + 1) % count);
    const side = sideOf(x, y, frame);
    const isHidden = common & side & sideOf(points[next] ?? 0, points[next + 1] ?? 0, frame);
    if (isHidden && index > 0 && index < count) {
      common &= side;
      continue;
    }
    common = side;
    const [left, top] = [(x - frame.left) * frame.world, (y - frame.top) * frame.world];
    if (index === 0 || (isBorder && isCut(points, at))) path.moveTo(left, top);
    else path.lineTo(left, top);
  }
}

/** Beyond which edges of the frame a point lies: a bit each. */
function sideOf(x: number, y: number, { left, right, top, bottom }: Frame): number {
  const sideways = x < left ? 1 : x > right ? 2 : 0;
  return sideways | (y < top ? 4 : y > bottom ? 8 : 0);
}

/** Whether the line that ends at a point runs along the world's edge. */
function isCut(points: Float64Array, at: number): boolean {
  const before = at === 0 ? points.length - 2 : at - 2;
  return (
    (isEdge(points[at]) && isEdge(points[before])) ||
    (isEdge(points[at + 1]) && isEdge(points[before + 1]))
  );
}

function isEdge(value = 0): boolean {
  return value < 1e-7 || value > 1 - 1e-7;
}
