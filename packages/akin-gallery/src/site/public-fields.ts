import type { PhotoExif } from "akin-browser/format";

/** All that may be published of what a camera wrote, with its type: no serial numbers, owners or maker notes. */
const PUBLIC_EXIF = {
  camera_make: "string",
  camera_model: "string",
  lens: "string",
  focal_length_mm: "number",
  focal_length_35mm: "number",
  aperture_f: "number",
  exposure_s: "number",
  iso: "number",
  flash: "boolean",
  exposure_bias_ev: "number",
  white_balance: "string",
  software: "string",
  orientation: "number",
  altitude_m: "number",
  direction_deg: "number",
} as const satisfies Record<keyof PhotoExif, "string" | "number" | "boolean">;

/** All that may be published of a place, from near to far. */
const PUBLIC_PLACE = ["city", "region", "country"] as const;

/** @param json `images.exif`; other fields than the listed are left out, and the order becomes that of the list */
export function publicExif(json: string): PhotoExif {
  const stored = parseObject(json);
  const known = Object.entries(PUBLIC_EXIF).filter(
    ([field, type]) => typeof stored[field] === type,
  );
  return Object.fromEntries(known.map(([field]) => [field, stored[field]]));
}

/** @param json `images.geocode` */
export function publicPlace(json: string | null): Record<string, string> {
  const stored = parseObject(json ?? "{}");
  const place: Record<string, string> = {};
  for (const field of PUBLIC_PLACE) {
    const value = stored[field];
    if (typeof value === "string" && value !== "") place[field] = value;
  }
  return place;
}

/** City, region and country in one line; empty where none is known. */
export function placeName(place: Record<string, string>): string {
  return Object.values(place).join(", ");
}

/** @param json `images.tags` */
export function publicTags(json: string): string[] {
  const stored: unknown = JSON.parse(json);
  return Array.isArray(stored) ? stored.filter((tag) => typeof tag === "string") : [];
}

function parseObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
