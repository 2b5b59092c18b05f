import type { PhotoExif } from "akin-browser/format";

/** What each field of `images.exif` holds; the order is that of the published objects. */
const EXIF_TYPES = {
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
  rating: "number",
  copyright: "string",
  creator: "string",
  people: "strings",
  serial_number: "string",
  lens_serial_number: "string",
  owner_name: "string",
} as const satisfies Record<keyof PhotoExif, "string" | "number" | "boolean" | "strings">;

/** What tells who somebody is, or which camera is whose: it stays in database.db. */
const WITHHELD: ReadonlySet<string> = new Set<keyof PhotoExif>([
  "creator",
  "people",
  "serial_number",
  "lens_serial_number",
  "owner_name",
]);

/** All that may be published of a place, from near to far. */
const PUBLIC_PLACE = ["city", "region", "country"] as const;

/** @param json `images.exif`; what is withheld or unknown is left out, and the order becomes that of the list */
export function publicExif(json: string): PhotoExif {
  const stored = parseObject(json);
  const known = Object.entries(EXIF_TYPES).filter(
    ([field, type]) => !WITHHELD.has(field) && isOfType(stored[field], type),
  );
  return Object.fromEntries(known.map(([field]) => [field, stored[field]]));
}

function isOfType(value: unknown, type: string): boolean {
  return type === "strings"
    ? Array.isArray(value) && value.every((item) => typeof item === "string")
    : typeof value === type;
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
