import type { Exif } from "sharp";
import type { PhotoDetails } from "./photo-details.js";

/** EXIF in sharp's form: IFD0 the image, IFD2 the exposure, IFD3 the place. */
export function exifOf(details: PhotoDetails): Exif {
  return {
    IFD0: { Make: details.make, Model: details.model, DateTime: details.takenAt },
    IFD2: {
      DateTimeOriginal: details.takenAt,
      DateTimeDigitized: details.takenAt,
      ...(details.offset !== undefined && {
        OffsetTimeOriginal: details.offset,
        OffsetTime: details.offset,
      }),
      ...(details.lens !== undefined && { LensModel: details.lens }),
      ExposureTime: details.exposure,
      FNumber: tenths(details.aperture),
      ISOSpeedRatings: String(details.iso),
      FocalLength: tenths(details.focalLength),
      FocalLengthIn35mmFilm: String(details.focalLength35),
      Flash: String(details.flash),
      ColorSpace: "1",
    },
    ...(details.gps !== undefined && { IFD3: gpsOf(details.gps) }),
  };
}

function gpsOf(gps: NonNullable<PhotoDetails["gps"]>): Record<string, string> {
  return {
    GPSLatitudeRef: gps.latitude < 0 ? "S" : "N",
    GPSLatitude: degrees(gps.latitude),
    GPSLongitudeRef: gps.longitude < 0 ? "W" : "E",
    GPSLongitude: degrees(gps.longitude),
    ...(gps.altitude !== undefined && { GPSAltitudeRef: "0", GPSAltitude: `${gps.altitude}/1` }),
  };
}

/** Degrees, minutes and hundredths of seconds as rationals. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360000);
  const seconds = hundredths % 6000;
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${Math.floor(hundredths / 360000)}/1 ${minutes}/1 ${seconds}/100`;
}

function tenths(value: number): string {
  return `${Math.round(value * 10)}/10`;
}
