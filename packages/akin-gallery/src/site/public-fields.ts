import type { PhotoExif } from "akin-browser/format";
import { AkinError } from "../akin-error.js";

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

/** What is told of a photo besides its EXIF; docs/privacy.md says what each one is. */
const OTHER_FIELDS = [
  "title",
  "description",
  "tags",
  "auto_tags",
  "time",
  "place",
  "coordinates",
  "filename",
  "folder",
  "file_size",
] as const;

/** What tells who somebody is, or which camera is whose: it stays in database.db unless the owner says otherwise. */
const WITHHELD: ReadonlySet<string> = new Set<keyof PhotoExif>([
  "creator",
  "people",
  "serial_number",
  "lens_serial_number",
  "owner_name",
]);

/** A field that can be kept back. */
export type PublicField = (typeof OTHER_FIELDS)[number] | keyof PhotoExif;

/** The fields that a gallery tells. */
export type PublicFields = ReadonlySet<PublicField>;

/** All of them, by the names that owners choose them by. */
export const PUBLIC_FIELDS = [...OTHER_FIELDS, ...Object.keys(EXIF_TYPES)].filter(isPublicField);

function isPublicField(name: string): name is PublicField {
  return Object.hasOwn(EXIF_TYPES, name) || OTHER_FIELDS.some((field) => field === name);
}

/** What an owner says about fields. */
export interface FieldChoice {
  /** Names of fields that are told beside the usual ones. */
  publish: readonly string[];
  /** Names of fields that are kept back. */
  withhold: readonly string[];
}

/**
 * The fields that are told of photos.
 * @throws AkinError `USAGE` for a name that is not one of `PUBLIC_FIELDS`, or that stands in both lists
 */
export function publicFields({ publish, withhold }: FieldChoice): PublicFields {
  for (const name of [...publish, ...withhold]) {
    if (!isPublicField(name)) {
      throw new AkinError(
        "USAGE",
        `there is no field "${name}"; known are ${PUBLIC_FIELDS.join(", ")}`,
      );
    }
  }
  const both = publish.find((name) => withhold.includes(name));
  if (both !== undefined) {
    throw new AkinError("USAGE", `the field "${both}" can't be both published and withheld`);
  }
  const isTold = (field: PublicField) =>
    publish.includes(field) || !(WITHHELD.has(field) || withhold.includes(field));
  return new Set(PUBLIC_FIELDS.filter(isTold));
}

/** What galleries tell whose owners say nothing about it. */
export const USUAL_FIELDS = publicFields({ publish: [], withhold: [] });

/** @param json `images.exif`; what is kept back or unknown is left out, and the order becomes that of the list */
export function publicExif(json: string, fields: PublicFields): PhotoExif {
  const stored = parseObject(json);
  const told = Object.entries(EXIF_TYPES).filter(
    ([field, type]) => isPublicField(field) && fields.has(field) && isOfType(stored[field], type),
  );
  return Object.fromEntries(told.map(([field]) => [field, stored[field]]));
}

function isOfType(value: unknown, type: string): boolean {
  return type === "strings"
    ? Array.isArray(value) && value.every((item) => typeof item === "string")
    : typeof value === type;
}

/** All that may be told of a place, from near to far. */
const PUBLIC_PLACE = ["city", "region", "country"] as const;

/** @param json `images.geocode` */
export function publicPlace(json: string | null, fields: PublicFields): Record<string, string> {
  const place: Record<string, string> = {};
  if (!fields.has("place")) return place;
  const stored = parseObject(json ?? "{}");
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
export function publicTags(json: string, fields: PublicFields): string[] {
  const stored: unknown = fields.has("tags") ? JSON.parse(json) : [];
  return Array.isArray(stored) ? stored.filter((tag) => typeof tag === "string") : [];
}

/**
 * @param json `images.auto_tags`
 * @param tags published ones that the photo has by itself
 */
export function publicAutoTags(
  json: string,
  tags: readonly string[],
  fields: PublicFields,
): string[] {
  const stored: unknown = fields.has("auto_tags") ? JSON.parse(json) : [];
  const own = new Set(tags.map((tag) => tag.toLowerCase()));
  const isNew = (tag: unknown) => typeof tag === "string" && !own.has(tag.toLowerCase());
  return Array.isArray(stored) ? stored.filter(isNew) : [];
}

function parseObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
