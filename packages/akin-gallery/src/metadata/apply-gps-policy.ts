import { hideCoordinates } from "./hide-coordinates.js";
import type { PhotoMetadata } from "./photo-metadata.js";

/** How much of the place where photos were taken a gallery tells: all, about a kilometre, nothing. */
export type GpsPolicy = "keep" | "coarse" | "strip";

/** Steps of a longitude in degrees. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** A step is at least so many degrees of a great circle wide: half a kilometre. */
const LEAST_WIDTH = 0.005;

/**
 * @returns the metadata with its coordinates rounded, or removed with all names of places; altitude and direction go in both
 * cases, and with them the coordinates that people and programs write into titles, descriptions and keywords
 */
export function applyGpsPolicy(metadata: PhotoMetadata, policy: GpsPolicy): PhotoMetadata {
  if (policy === "keep") return metadata;
  const { altitude_m, direction_deg, ...exif } = metadata.exif;
  const texts = hideCoordinates(metadata, policy);
  const nowhere = { latitude: null, longitude: null };
  if (policy === "strip") return { ...metadata, ...texts, exif, ...nowhere, place: null };
  return { ...metadata, ...texts, exif, ...coarse(metadata) };
}

/** To 0.01 degrees, and away from the equator to so many of longitude that they are not much less than a kilometre. */
function coarse({ latitude, longitude }: Pick<PhotoMetadata, "latitude" | "longitude">) {
  if (latitude === null || longitude === null) return { latitude: null, longitude: null };
  const rounded = roundTo(latitude, 0.01);
  const width = Math.cos((rounded * Math.PI) / 180);
  const step = STEPS.find((each) => each * width >= LEAST_WIDTH) ?? 360;
  return { latitude: rounded, longitude: roundTo(longitude, step) };
}

function roundTo(degrees: number, step: number): number {
  return Number((Math.round(degrees / step) * step).toFixed(2)) + 0;
}
