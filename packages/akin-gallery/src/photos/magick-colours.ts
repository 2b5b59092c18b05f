import { ColorProfile, ColorSpace, type IMagickImage } from "@imagemagick/magick-wasm";
import sharp, { type Sharp } from "sharp";

interface Profiles {
  srgb: ColorProfile;
  /** What sharp takes CMYK without a profile for. */
  cmyk: ColorProfile;
}

let profiles: Promise<Profiles> | undefined;

/** Brings a picture to sRGB: by its profile, or what its colour space is where it has none. */
export async function convertToSrgb(image: IMagickImage): Promise<void> {
  const isCmyk = image.colorSpace === ColorSpace.CMYK;
  const own = image.getColorProfile();
  if (own || isCmyk) {
    profiles ??= readProfiles();
    const { srgb, cmyk } = await profiles;
    // A profile of another kind of colours than the picture's, or a broken one, says nothing.
    if (own ? converts(image, srgb) : image.transformColorSpace(cmyk, srgb)) return;
  }
  if (image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB;
}

function converts(image: IMagickImage, srgb: ColorProfile): boolean {
  try {
    return image.transformColorSpace(srgb);
  } catch {
    return false;
  }
}

async function readProfiles(): Promise<Profiles> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: "white" } });
  const srgb = dot.clone().withIccProfile("srgb");
  const cmyk = dot.toColourspace("cmyk").withIccProfile("cmyk");
  return { srgb: await profileOf(srgb), cmyk: await profileOf(cmyk) };
}

async function profileOf(picture: Sharp): Promise<ColorProfile> {
  const { icc } = await sharp(await picture.tiff().toBuffer()).metadata();
  if (!icc) throw new Error("sharp gives a picture no colour profile");
  return new ColorProfile(icc);
}
