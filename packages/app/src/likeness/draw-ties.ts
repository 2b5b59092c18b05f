import type { LikenessMap, MapPhoto } from "akin-browser";
import { type Camera, toScreen, type Viewport } from "./camera.js";
import { boxOf } from "./sprites-of.js";

/** Points are circled at this distance, in CSS pixels; frames are so far from thumbnails. */
const POINT_RADIUS = 7;
const FRAME = 3;

interface TiesOptions {
  map: Pick<LikenessMap, "x" | "y">;
  camera: Camera;
  viewport: Viewport;
  ratio: number;
  /** The photo that is pointed at, and those most like it. */
  rows: readonly [number, ...number[]];
  find(row: number): MapPhoto | undefined;
  /** Longest side of thumbnails in CSS pixels; 0 where there are points only. */
  size: number;
}

/** What a photo takes of the screen. */
interface Box {
  left: number;
  top: number;
  halfWidth: number;
  halfHeight: number;
}

/** Frames around the photo that is pointed at and those most like it, and lines to them, in the accent colour. */
export function drawTies(canvas: HTMLCanvasElement, options: TiesOptions): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { ratio, rows } = options;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const boxes = rows.map((row) => boxOnScreen(row, options));
  const path = new Path2D();
  for (const box of boxes) addFrame(path, box, options.size);
  const [from] = boxes;
  for (const to of boxes.slice(1)) if (from !== undefined) addLine(path, from, to);
  const { borderTopColor, color } = getComputedStyle(canvas);
  context.lineCap = "round";
  // To be seen over photos of any colour: a wider line of the page's own below.
  for (const [colour, width] of [
    [borderTopColor, 5],
    [color, 2],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
}

function boxOnScreen(row: number, { map, camera, viewport, find, size }: TiesOptions): Box {
  const place = toScreen(camera, viewport, map.x[row] ?? 0, map.y[row] ?? 0);
  const photo = size > 0 ? find(row) : undefined;
  if (photo === undefined) return { ...place, halfWidth: POINT_RADIUS, halfHeight: POINT_RADIUS };
  const { width, height } = boxOf(photo, size);
  return { ...place, halfWidth: width / 2 + FRAME, halfHeight: height / 2 + FRAME };
}

function addFrame(path: Path2D, { left, top, halfWidth, halfHeight }: Box, size: number): void {
  const radius = size > 0 ? FRAME + 2 : POINT_RADIUS;
  path.roundRect(left - halfWidth, top - halfHeight, 2 * halfWidth, 2 * halfHeight, radius);
}

/** From the edge of one frame to that of the other; none where they overlap. */
function addLine(path: Path2D, from: Box, to: Box): void {
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  const [start, end] = [shareWithin(from, dx, dy), 1 - shareWithin(to, dx, dy)];
  if (start >= end) return;
  path.moveTo(from.left + dx * start, from.top + dy * start);
  path.lineTo(from.left + dx * end, from.top + dy * end);
}

/** The share of a way from the middle of a box that lies within it. */
function shareWithin({ halfWidth, halfHeight }: Box, dx: number, dy: number): number {
  return Math.min(halfWidth / Math.abs(dx || 1e-9), halfHeight / Math.abs(dy || 1e-9));
}
