import type { PhotoExif } from "akin-browser/format";
import { readAltitude, readDirection } from "./gps.js";
import type { TagGroup } from "./raw-tags.js";
import { exifFraction, exifInteger } from "./tag-values.js";
import { readName } from "./texts.js";

/** @returns camera and exposure; what the file doesn't tell, or what no camera has, is absent */
export function readCamera(exif: TagGroup): PhotoExif {
  const fraction = (name: string, least: number, most: number) =>
    within(exifFraction(exif, name), least, most);
  const integer = (name: string, least: number, most: number) =>
    within(exifInteger(exif, name), least, most);
  // Exif's flash has 7 bits, of which the lowest says that it fired.
  const flash = integer("Flash", 0, 127);
  const whiteBalance = integer("WhiteBalance", 0, 1);
  return present({
    camera_make: readName(exif, "Make"),
    camera_model: readName(exif, "Model"),
    lens: readName(exif, "LensModel"),
    focal_length_mm: fraction("FocalLength", 0.1, 20_000),
    focal_length_35mm: integer("FocalLengthIn35mmFilm", 1, 60_000),
    aperture_f: fraction("FNumber", 0.1, 1000),
    exposure_s: fraction("ExposureTime", 1e-7, 1e6),
    // 65535 stands for more than the older tag can hold; newer tags have the number then.
    iso:
      integer("ISOSpeedRatings", 1, 65_534) ??
      integer("RecommendedExposureIndex", 1, 1e8) ??
      integer("ISOSpeed", 1, 1e8),
    flash: flash === undefined ? undefined : flash % 2 === 1,
    exposure_bias_ev: fraction("ExposureBiasValue", -30, 30),
    white_balance: whiteBalance === undefined ? undefined : whiteBalance === 0 ? "auto" : "manual",
    software: readName(exif, "Software"),
    orientation: integer("Orientation", 1, 8),
    altitude_m: readAltitude(exif),
    direction_deg: readDirection(exif),
  });
}

/** To 6 digits: 1/75 s has no end as a decimal. */
function within(value: number | undefined, least: number, most: number): number | undefined {
  if (value === undefined || !(value >= least && value <= most)) return undefined;
  return Number(value.toPrecision(6)) + 0;
}

function present(fields: { [Name in keyof PhotoExif]: PhotoExif[Name] | undefined }): PhotoExif {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
