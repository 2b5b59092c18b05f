import {
  type AccentColours,
  GALLERY_PAGES,
  type GalleryLicence,
  type GalleryLink,
  type Presentation,
} from "../format/presentation.js";
import { isRecord } from "./is-record.js";

/** Whether it is a manifest's `presentation`. Links are not looked at: whoever shows one asks `isSafeLink`. */
export function isPresentation(value: unknown): value is Presentation {
  return (
    isRecord(value) &&
    isTextOrNull(value.description) &&
    Array.isArray(value.links) &&
    value.links.every(isLink) &&
    (value.accent === null || isAccent(value.accent)) &&
    (value.licence === null || isLicence(value.licence)) &&
    Array.isArray(value.pages) &&
    value.pages.every((page) => GALLERY_PAGES.includes(page)) &&
    isTextOrNull(value.url) &&
    typeof value.sharePages === "boolean" &&
    typeof value.noindex === "boolean" &&
    typeof value.installable === "boolean"
  );
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isLink(value: unknown): value is GalleryLink {
  return isRecord(value) && typeof value.label === "string" && typeof value.url === "string";
}

function isAccent(value: unknown): value is AccentColours {
  return isRecord(value) && isColour(value.light) && isColour(value.dark);
}

function isColour(value: unknown): boolean {
  return typeof value === "string" && /^#[0-9a-f]{6}$/.test(value);
}

function isLicence(value: unknown): value is GalleryLicence {
  return isRecord(value) && typeof value.name === "string" && isTextOrNull(value.url);
}
