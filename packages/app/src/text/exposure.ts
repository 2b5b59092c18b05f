import type { PhotoExif } from "akin-browser/format";
import { strings } from "../strings.js";
import { locale } from "./locale.js";

const NUMBER = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** "Canon EOS 5D"; makers that the model names already are not said twice. */
export function describeCamera({ camera_make, camera_model }: PhotoExif): string {
  const make = camera_make?.trim() ?? "";
  const model = camera_model?.trim() ?? "";
  const brand = make.split(/\s+/)[0]?.toLowerCase() ?? "";
  const said = model.toLowerCase().startsWith(brand);
  return said ? model || make : `${make} ${model}`.trim();
}

/** "1/250 s · f/2.8 · ISO 200 · 35 mm", as far as known. */
export function describeExposure(exif: PhotoExif): string {
  const { exposure_s, aperture_f, iso, focal_length_mm } = exif;
  const parts = [
    exposure_s === undefined ? "" : `${exposureTime(exposure_s)} s`,
    aperture_f === undefined ? "" : `f/${NUMBER.format(aperture_f)}`,
    iso === undefined ? "" : `ISO ${iso}`,
    focal_length_mm === undefined ? "" : `${NUMBER.format(focal_length_mm)} mm`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** "26 mm equivalent" where that says more than the focal length. */
export function describeEquivalent({ focal_length_mm, focal_length_35mm }: PhotoExif): string {
  if (focal_length_35mm === undefined) return "";
  if (focal_length_mm !== undefined && Math.abs(focal_length_35mm - focal_length_mm) < 1) return "";
  return strings.equivalent(NUMBER.format(focal_length_35mm));
}

/** From a third of a second on, as cameras show it, a decimal number; below a fraction. */
function exposureTime(seconds: number): string {
  if (seconds >= 0.3 || seconds <= 0) return NUMBER.format(seconds);
  return `1/${Math.round(1 / seconds)}`;
}
