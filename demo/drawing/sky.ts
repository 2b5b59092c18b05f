import { type Colour, clamp, mix, ramp, smoothstep } from "./colour.js";
import { type Film, shade } from "./film.js";
import { fbm } from "./noise.js";

/** A sky; positions are in units of the picture's height. */
export interface Sky {
  /** From the zenith down to the horizon. */
  colours: readonly Colour[];
  /** The row of the horizon. */
  horizon: number;
  sun?: {
    x: number;
    y: number;
    colour: Colour /** Radius; 0 for a glow alone. */;
    size: number;
    glow: number;
  };
  clouds?: Clouds;
}

/** Clouds on a plane above the viewer, so that they grow finer towards the horizon. */
export interface Clouds {
  /** 0 none, 1 overcast. */
  cover: number;
  lit: Colour;
  shadow: Colour;
  /** Where in the endless field of clouds. */
  offset: number;
  /** Above 1 they are drawn out sideways. */
  stretch: number;
  /** 1 opaque. */
  density: number;
}

/** Paints the sky above the horizon (and a little below, for what is laid over it). */
export function paintSky(film: Film, sky: Sky): void {
  shade(
    film,
    (x, y, out) => {
      let colour = ramp(sky.colours, y / sky.horizon);
      if (sky.clouds !== undefined) colour = addClouds(colour, sky, sky.clouds, x, y);
      out.set(colour);
    },
    { bottom: sky.horizon + 0.02, step: 2 },
  );
  if (sky.sun !== undefined) paintSun(film, sky.sun, sky.horizon);
}

function addClouds(below: Colour, sky: Sky, clouds: Clouds, x: number, y: number): Colour {
  const elevation = Math.max(0.015, sky.horizon - y);
  const depth = 0.55 / (elevation + 0.12);
  const middle = x - 0.75;
  const u = (middle * depth) / clouds.stretch + clouds.offset;
  const v = depth * 1.6 + clouds.offset * 0.37;
  const thickness = fbm(u * 1.6, v * 1.6, 6) + (clouds.cover - 0.5) * 1.1;
  const opacity = smoothstep(-0.02, 0.32, thickness) * clouds.density;
  if (opacity <= 0) return below;
  // Light comes from the sun: the side of a cloud that thins towards it is lit.
  const sunX = sky.sun?.x ?? 0.2;
  const towards = clamp((sunX - x) * 3, -1, 1) * 0.18;
  const ahead = fbm(u * 1.6 + towards, v * 1.6 - 0.14, 4) + (clouds.cover - 0.5) * 1.1;
  const light = clamp(0.5 + (thickness - ahead) * 1.3 - thickness * 0.35);
  const near =
    sky.sun === undefined ? 0 : Math.exp(-Math.hypot(x - sunX, (y - sky.sun.y) * 1.5) * 2);
  const fade = smoothstep(0, 0.12, elevation);
  return mix(
    below,
    mix(clouds.shadow, clouds.lit, clamp(light + near * 0.4)),
    opacity * (0.35 + 0.65 * fade),
  );
}

function paintSun(film: Film, sun: NonNullable<Sky["sun"]>, horizon: number): void {
  const { width, height, pixels } = film;
  const rows = Math.min(height, Math.ceil((horizon + 0.02) * height));
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x / height - sun.x;
      const dy = y / height - sun.y;
      const d = Math.sqrt(dx * dx + dy * dy);
      const halo = sun.glow * (0.55 * Math.exp(-d * 9) + 0.4 * Math.exp(-d * 2.6));
      const disc = sun.size > 0 ? smoothstep(sun.size * 1.08, sun.size * 0.92, d) * 1.2 : 0;
      const light = halo + disc;
      const at = (y * width + x) * 3;
      pixels[at] = (pixels[at] as number) + sun.colour[0] * light;
      pixels[at + 1] = (pixels[at + 1] as number) + sun.colour[1] * light;
      pixels[at + 2] = (pixels[at + 2] as number) + sun.colour[2] * light;
    }
  }
}
