import { LEAST_PART, type Part, WHOLE_PART } from "../navigation/example.js";

export interface PartPoint {
  x: number;
  y: number;
}

export const CORNERS = ["nw", "ne", "sw", "se"] as const;
export type Corner = (typeof CORNERS)[number];

/** What one begins with. */
export const MIDDLE: Part = { x: 250, y: 250, width: 500, height: 500 };

/** Moved as a whole, as far as the photo goes. */
export function movePart(part: Part, x: number, y: number): Part {
  return {
    ...part,
    x: within(Math.round(part.x + x), WHOLE_PART - part.width),
    y: within(Math.round(part.y + y), WHOLE_PART - part.height),
  };
}

/** With one corner moved; beyond the opposite one it turns over. */
export function moveCorner(part: Part, corner: Corner, x: number, y: number): Part {
  const [isTop, isLeft] = [corner.startsWith("n"), corner.endsWith("w")];
  const left = { x: part.x, y: part.y };
  const right = { x: part.x + part.width, y: part.y + part.height };
  const moved = { x: (isLeft ? left : right).x + x, y: (isTop ? left : right).y + y };
  return partBetween({ x: (isLeft ? right : left).x, y: (isTop ? right : left).y }, moved);
}

/** From one corner to the opposite one. @param fixed stays, unless the part would leave the photo */
export function partBetween(fixed: PartPoint, moved: PartPoint): Part {
  const [x, width] = sideBetween(fixed.x, moved.x);
  const [y, height] = sideBetween(fixed.y, moved.y);
  return { x, y, width, height };
}

function sideBetween(fixed: number, moved: number): [start: number, length: number] {
  const [from, to] = [within(Math.round(fixed), WHOLE_PART), within(Math.round(moved), WHOLE_PART)];
  const length = Math.max(LEAST_PART, Math.abs(to - from));
  const start = to < from ? from - length : from;
  return [within(start, WHOLE_PART - length), length];
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
