import type { Manifest } from "../format/manifest.js";
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

/** Of an object: the type of each field, as `typeof` has it, or what it must be. */
type Shape = { [field: string]: string | ((value: unknown) => boolean) };

const { isArray } = Array;

const CHUNKS: Shape = { bytes: "number", index: isArray };

const DATABASE: Shape = { ...CHUNKS, transferBytes: "number", pageSize: "number", first: isArray };

const VECTORS: Shape = {
  dimensions: "number",
  rows: "number",
  int8: (value) => fits(value, CHUNKS),
  signs: (value) => fits(value, CHUNKS),
};

const MAP: Shape = { photos: "number", chunkSize: "number", overview: "string", chunks: "string" };

const isName = (value: unknown) => value === null || typeof value === "string";

const MANIFEST: Shape = {
  buildId: "string",
  title: "string",
  presentation: isPresentation,
  photos: "number",
  imageSizes: isArray,
  timeline: isArray,
  cards: (value) => fits(value, { bits: "number", index: isArray }),
  database: (value) => fits(value, DATABASE),
  vectors: (value) => value === null || fits(value, VECTORS),
  albums: isName,
  places: isName,
  likenessMap: (value) => value === null || fits(value, MAP),
};

function fits(value: unknown, shape: Shape): boolean {
  return (
    isRecord(value) &&
    Object.entries(shape).every(([field, type]) =>
      typeof type === "string" ? typeof value[field] === type : type(value[field]),
    )
  );
}

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & Manifest {
  return fits(value, MANIFEST);
}
