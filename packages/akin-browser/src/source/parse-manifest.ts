import type {
  Manifest,
  PublishedDatabase,
  PublishedVectors,
  VectorChunks,
} from "../format/manifest.js";
import type { PublishedMap } from "../format/map-chunk.js";
import { SITE_FORMAT_VERSION } from "../format/version.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "./is-record.js";
import { isPresentation } from "./parse-presentation.js";

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
  const { buildId, title, photos, imageSizes, timeline, cards, database, vectors } = value;
  const { albums, places, likenessMap } = value;
  return (
    typeof buildId === "string" &&
    typeof title === "string" &&
    isPresentation(value.presentation) &&
    typeof photos === "number" &&
    Array.isArray(imageSizes) &&
    Array.isArray(timeline) &&
    isRecord(cards) &&
    typeof cards.bits === "number" &&
    Array.isArray(cards.index) &&
    isPublishedDatabase(database) &&
    (vectors === null || isPublishedVectors(vectors)) &&
    (albums === null || typeof albums === "string") &&
    (places === null || typeof places === "string") &&
    (likenessMap === null || isPublishedMap(likenessMap))
  );
}

function isPublishedDatabase(value: unknown): value is PublishedDatabase {
  return (
    isRecord(value) &&
    typeof value.bytes === "number" &&
    typeof value.transferBytes === "number" &&
    typeof value.pageSize === "number" &&
    Array.isArray(value.index)
  );
}

function isPublishedVectors(value: unknown): value is PublishedVectors {
  return (
    isRecord(value) &&
    typeof value.dimensions === "number" &&
    typeof value.rows === "number" &&
    isChunks(value.int8) &&
    isChunks(value.signs)
  );
}

function isPublishedMap(value: unknown): value is PublishedMap {
  return (
    isRecord(value) &&
    typeof value.photos === "number" &&
    typeof value.chunkSize === "number" &&
    typeof value.overview === "string" &&
    typeof value.chunks === "string"
  );
}

function isChunks(value: unknown): value is VectorChunks {
  return isRecord(value) && typeof value.bytes === "number" && Array.isArray(value.index);
}
