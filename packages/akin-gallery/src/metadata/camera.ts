import type { PhotoExif } from "akin-browser/format";
import { FieldReader } from "./field-reader.js";
import type { Sources } from "./sources.js";

/** Camera and exposure; what nothing tells, or what no camera has, is undefined. */
export function readCamera(sources: Sources) {
  const reader = new FieldReader(sources);
  const named = (name: string, space: string) => ({ exif: [name], xmp: [`${space}:${name}`] });
  const quicktime = (name: string, old: string) => ({
    ...named(name, "tiff"),
    film: [`com.apple.quicktime.${name.toLowerCase()}`, old],
  });
  // Exif's flash has 7 bits, of which the lowest says that it fired.
  const flash = reader.integer({ exif: ["Flash"] }, 0, 127);
  const whiteBalance = reader.integer(named("WhiteBalance", "exif"), 0, 1);
  return {
    camera_make: reader.name(quicktime("Make", "©mak")),
    camera_model: reader.name(quicktime("Model", "©mod")),
    lens: reader.name({ exif: ["LensModel"], xmp: ["exifEX:LensModel", "aux:Lens"] }),
    focal_length_mm: reader.fraction(named("FocalLength", "exif"), 0.1, 20_000),
    focal_length_35mm: reader.integer(named("FocalLengthIn35mmFilm", "exif"), 1, 60_000),
    aperture_f: reader.fraction(named("FNumber", "exif"), 0.1, 1000),
    exposure_s: reader.fraction(named("ExposureTime", "exif"), 1e-7, 1e6),
    iso: readSensitivity(sources),
    flash: flash === undefined ? undefined : flash % 2 === 1,
    exposure_bias_ev: reader.fraction(named("ExposureBiasValue", "exif"), -30, 30),
    white_balance: whiteBalance === undefined ? undefined : whiteBalance === 0 ? "auto" : "manual",
    software: reader.name({
      exif: ["Software"],
      xmp: ["xmp:CreatorTool"],
      film: ["com.apple.quicktime.software"],
    }),
    orientation: reader.integer({ exif: ["Orientation"] }, 1, 8),
  } satisfies { [Name in keyof PhotoExif]: PhotoExif[Name] | undefined };
}

/** The numbers of camera and lens, and whom the camera says that it belongs to. */
export function readOwnership(sources: Sources) {
  const reader = new FieldReader(sources);
  return {
    serial_number: reader.name({
      exif: ["BodySerialNumber", "CameraSerialNumber"],
      xmp: ["exifEX:BodySerialNumber", "aux:SerialNumber"],
    }),
    lens_serial_number: reader.name({
      exif: ["LensSerialNumber"],
      xmp: ["exifEX:LensSerialNumber", "aux:LensSerialNumber"],
    }),
    owner_name: reader.name({
      exif: ["CameraOwnerName"],
      xmp: ["exifEX:CameraOwnerName", "aux:OwnerName"],
    }),
  };
}

function readSensitivity(sources: Sources): number | undefined {
  const reader = new FieldReader(sources);
  // 65535 stands for more than the older tag can hold; newer tags have the number then.
  const names = { exif: ["ISOSpeedRatings"], xmp: ["exif:ISOSpeedRatings"] };
  const older = reader.integer(names, 1, 65_535);
  const newer = () =>
    reader.integer(
      {
        exif: ["RecommendedExposureIndex", "ISOSpeed"],
        xmp: ["exifEX:PhotographicSensitivity", "exifEX:RecommendedExposureIndex"],
      },
      1,
      1e8,
    );
  return older === undefined || older === 65_535 ? newer() : older;
}
