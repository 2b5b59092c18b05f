import { MagickFormat } from "@imagemagick/magick-wasm";
import type { MagickKind } from "./file-kind.js";
import { PhotoError } from "./photo-error.js";

/** Kinds that ImageMagick reads: those that nothing else does, and what others refuse of theirs. */
export type MagickSource = MagickKind | "tiff" | "raw";

/** ImageMagick's reader of each kind: it is told, and guesses nothing. */
export function magickFormat(kind: MagickSource, content: Uint8Array): MagickFormat {
  switch (kind) {
    case "jp2":
      return content[0] === 0xff ? MagickFormat.J2k : MagickFormat.Jp2;
    case "psd":
      // The version, which is in the sixth byte, tells large documents apart.
      return content[5] === 2 ? MagickFormat.Psb : MagickFormat.Psd;
    case "ico":
      return content[2] === 2 ? MagickFormat.Cur : MagickFormat.Ico;
    case "raw":
      return MagickFormat.Dng;
    case "exr":
      refuseLuminance(content);
      return MagickFormat.Exr;
    default:
      return FORMATS[kind];
  }
}

/** ImageMagick takes differences of colour for colours. */
function refuseLuminance(exr: Uint8Array): void {
  const head = Buffer.from(exr.subarray(0, 4096)).toString("latin1");
  if (!head.includes("\0RY\0")) return;
  const message = "can't be decoded: colours as differences from luminance are not supported";
  throw new PhotoError("BROKEN_IMAGE", message);
}

const FORMATS = {
  tga: MagickFormat.Tga,
  pcx: MagickFormat.Pcx,
  pnm: MagickFormat.Pnm,
  xcf: MagickFormat.Xcf,
  hdr: MagickFormat.Hdr,
  dds: MagickFormat.Dds,
  tiff: MagickFormat.Tiff,
};
