import type { Random } from "./random.js";

/** Rounds for SVG: a tenth of a pixel is enough, and keeps the text short. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A closed path through points. */
export function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z`;
}

/** Outline of a conifer standing at (x, y): ragged tiers around a straight trunk. */
export function conifer(random: Random, x: number, y: number, height: number): string {
  const half = height * random.range(0.15, 0.21);
  const tiers = Math.max(5, Math.min(16, Math.round(height / 9)));
  const left: [number, number][] = [];
  const right: [number, number][] = [];
  for (let i = 0; i < tiers; i++) {
    const t = (i + 1) / tiers;
    const reach = half * t * random.range(0.75, 1.1);
    const tip = y - height + height * t * 0.94;
    left.push([x - reach, tip], [x - reach * 0.45, tip - height * 0.012]);
    right.push([x + reach * random.range(0.8, 1.1), tip], [x + reach * 0.45, tip - height * 0.012]);
  }
  const trunk = height * 0.015;
  return polygon([
    [x, y - height],
    ...right,
    [x + trunk, y - height * 0.06],
    [x + trunk, y],
    [x - trunk, y],
    [x - trunk, y - height * 0.06],
    ...left.reverse(),
  ]);
}

/** Discs of light, as lights far out of focus appear. */
export function bokeh(
  random: Random,
  count: number,
  area: { x: number; y: number; width: number; height: number },
  radius: readonly [number, number],
  colours: readonly string[],
): string {
  let svg = "";
  for (let i = 0; i < count; i++) {
    const r = random.range(radius[0], radius[1]);
    const colour = random.pick(colours);
    const at = `cx="${n(area.x + random.next() * area.width)}" cy="${n(area.y + random.next() * area.height)}"`;
    const opacity = random.range(0.06, 0.4);
    svg +=
      `<circle ${at} r="${n(r)}" fill="${colour}" fill-opacity="${opacity.toFixed(2)}" ` +
      `stroke="${colour}" stroke-opacity="${(opacity * 0.7).toFixed(2)}" stroke-width="${n(r * 0.06)}"/>`;
  }
  return svg;
}
