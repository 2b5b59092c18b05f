import type { Manifest } from "../format/manifest.js";
import { SITE_FORMAT_VERSION } from "../format/version.js";
import { GalleryError } from "../gallery-error.js";
import { fits, orNull, type Shape } from "./fits.js";
import { isRecord } from "./is-record.js";
import { PRESENTATION } from "./parse-presentation.js";

/** @throws GalleryError `FORMAT` if the manifest is of another version, `DAMAGED` if it is none */
export function parseManifest(value: unknown, url: string): Manifest {
  if (!isRecord(value) || typeof value.format !== "number") {
    throw new GalleryError("DAMAGED", `${url} is not the manifest of an Akin gallery.`);
  }
  if (value.format !== SITE_FORMAT_VERSION) {
    const remedy =
      value.format > SITE_FORMAT_VERSION ? "Update akin-browser." : "Build the gallery again.";
    throw new GalleryError(
      "FORMAT",
      `${url} is of site format ${value.format}; this version of akin-browser reads format ${SITE_FORMAT_VERSION}. ${remedy}`,
    );
  }
  if (!fits<Manifest>(value, MANIFEST)) {
    throw new GalleryError("DAMAGED", `${url} is an incomplete manifest.`);
  }
  return value;
}

const { isArray } = Array;

const CHUNKS: Shape = { bytes: "number", index: isArray };

const DATABASE: Shape = { ...CHUNKS, transferBytes: "number", pageSize: "number", first: isArray };

const VECTORS: Shape = {
  dimensions: "number",
  rows: "number",
  int8: CHUNKS,
  signs: CHUNKS,
};

const MAP: Shape = { photos: "number", chunkSize: "number", overview: "string", chunks: "string" };

const MANIFEST: Shape = {
  buildId: "string",
  title: "string",
  presentation: PRESENTATION,
  photos: "number",
  imageSizes: isArray,
  timeline: isArray,
  cards: { bits: "number", index: isArray },
  database: DATABASE,
  vectors: orNull(VECTORS),
  albums: orNull("string"),
  places: orNull("string"),
  likenessMap: orNull(MAP),
};
