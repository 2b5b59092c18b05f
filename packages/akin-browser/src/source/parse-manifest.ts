import { type Manifest, type PublishedFile, SITE_FORMAT_VERSION } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "./is-record.js";

/** @throws GalleryError `FORMAT` if the manifest is of another version, `DAMAGED` if it is none */
export function parseManifest(value: unknown, url: string): Manifest {
  if (!isRecord(value) || typeof value.format !== "number") {
    throw new GalleryError("DAMAGED", `${url} is not the manifest of an Akin gallery.`);
  }
  if (value.format !== SITE_FORMAT_VERSION) {
    const remedy =
      value.format > SITE_FORMAT_VERSION
        ? "Update akin-browser."
        : "Build the gallery again with this version of Akin.";
    throw new GalleryError(
      "FORMAT",
      `${url} is of site format ${value.format}; this version of akin-browser reads format ${SITE_FORMAT_VERSION}. ${remedy}`,
    );
  }
  if (!isManifest(value)) {
    throw new GalleryError("DAMAGED", `${url} is an incomplete manifest.`);
  }
  return value;
}

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & Manifest {
  const { buildId, title, photos, imageSizes, timeline, cards, databases } = value;
  return (
    typeof buildId === "string" &&
    typeof title === "string" &&
    typeof photos === "number" &&
    Array.isArray(imageSizes) &&
    Array.isArray(timeline) &&
    isRecord(cards) &&
    typeof cards.bits === "number" &&
    Array.isArray(cards.index) &&
    isRecord(databases) &&
    isPublishedFile(databases.main) &&
    isPublishedFile(databases.vectors)
  );
}

function isPublishedFile(value: unknown): value is PublishedFile {
  return (
    isRecord(value) &&
    Array.isArray(value.parts) &&
    typeof value.bytes === "number" &&
    typeof value.transferBytes === "number"
  );
}
