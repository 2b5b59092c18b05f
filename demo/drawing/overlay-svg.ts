import sharp from "sharp";
import type { Film } from "./film.js";

/** How an SVG layer meets the picture. */
export interface OverlayOptions {
  /** Out of focus: standard deviation in thousandths of the picture's shorter side. Default 0. */
  blur?: number;
  /** Default 1. */
  opacity?: number;
  /** `screen` adds light. Default `over`. */
  blend?: "over" | "screen";
}

/** Draws SVG elements over the picture; user units are pixels. */
export async function overlaySvg(
  film: Film,
  elements: string,
  options: OverlayOptions = {},
): Promise<void> {
  const { opacity = 1, blend = "over" } = options;
  const { width, height } = film;
  const blur = ((options.blur ?? 0) * Math.min(width, height)) / 1000;
  // A blurred layer has no detail: drawn small and enlarged it costs a fraction.
  const shrink = blur > 3 ? Math.min(8, blur / 2) : 1;
  const w = Math.round(width / shrink);
  const h = Math.round(height / shrink);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" ` +
    `viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${elements}</svg>`;
  let image = sharp(Buffer.from(svg));
  if (blur > 0) image = image.blur(Math.max(0.3, blur / shrink));
  let { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  if (shrink > 1) {
    ({ data, info } = await sharp(data, { raw: { width: w, height: h, channels: 4 } })
      .resize(width, height, { fit: "fill", kernel: "cubic" })
      .raw()
      .toBuffer({ resolveWithObject: true }));
  }
  if (info.channels !== 4)
    throw new Error(`Expected 4 channels from the SVG, got ${info.channels}`);
  if (blend === "over") layOver(film, data, opacity);
  else addLight(film, data, opacity);
}

function layOver(film: Film, layer: Buffer, opacity: number): void {
  const { pixels } = film;
  for (let from = 0, to = 0; from < layer.length; from += 4, to += 3) {
    const alpha = layer[from + 3] as number;
    if (alpha === 0) continue;
    const a = (alpha / 255) * opacity;
    pixels[to] = (pixels[to] as number) * (1 - a) + ((layer[from] as number) / 255) * a;
    pixels[to + 1] = (pixels[to + 1] as number) * (1 - a) + ((layer[from + 1] as number) / 255) * a;
    pixels[to + 2] = (pixels[to + 2] as number) * (1 - a) + ((layer[from + 2] as number) / 255) * a;
  }
}

function addLight(film: Film, layer: Buffer, opacity: number): void {
  const { pixels } = film;
  for (let from = 0, to = 0; from < layer.length; from += 4, to += 3) {
    const alpha = layer[from + 3] as number;
    if (alpha === 0) continue;
    const a = (alpha / 255 / 255) * opacity;
    for (let c = 0; c < 3; c++) {
      const before = pixels[to + c] as number;
      pixels[to + c] = before + Math.max(0, 1 - before) * (layer[from + c] as number) * a;
    }
  }
}
