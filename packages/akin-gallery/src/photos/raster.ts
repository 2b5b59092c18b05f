import sharp, { type Sharp } from "sharp";

/** Decoded pixels: upright, 8-bit sRGB. */
export interface Raster {
  /** `width * height * 3` bytes, row after row. */
  rgb: Uint8Array;
  width: number;
  height: number;
  /** Whether the file is damaged, so that part of the picture may be missing. */
  isDamaged?: boolean;
}

/** The raster as the beginning of another picture. */
export function pictureOf({ rgb, width, height }: Raster): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** Makes the raster of a picture. */
export async function rasterise(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return rasterOf(data, info);
}

function rasterOf(
  rgb: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
): Raster {
  if (channels === 3) return { rgb, width, height };
  throw new Error(`it has ${channels} channels, expected 3`);
}
