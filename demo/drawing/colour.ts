/** Red, green and blue as the eye sees them (sRGB), 0 to 1; lights may exceed 1. */
export type Colour = readonly [number, number, number];

/** A colour from `#rrggbb`. */
export function hex(code: string): Colour {
  const value = Number.parseInt(code.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** `#rrggbb` from a colour, for SVG. */
export function toHex(colour: Colour): string {
  const part = (v: number): string =>
    Math.round(clamp(v) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${part(colour[0])}${part(colour[1])}${part(colour[2])}`;
}

/** `a` at 0, `b` at 1. */
export function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** The colour, brighter or darker. */
export function scale(colour: Colour, factor: number): Colour {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}

/** A colour ramp: stops at equal distances, `t` from 0 to 1. */
export function ramp(stops: readonly Colour[], t: number): Colour {
  const at = clamp(t) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  return mix(stops[i] as Colour, stops[i + 1] as Colour, at - i);
}

export function clamp(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value));
}

/** Hermite step: 0 below `from`, 1 above `to`, smooth between; works downwards too. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}
