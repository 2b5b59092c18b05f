/** Lightness 0 to 1, chroma 0 to about 0.3, hue in degrees, 0 to 360. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** A colour of sRGB, 0 to 255 each, in OKLCH (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
export function oklch(red: number, green: number, blue: number): Oklch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bee = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(bee, a) * 180) / Math.PI;
  return [lightness, Math.hypot(a, bee), hue < 0 ? hue + 360 : hue];
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
