import type { PhotoMetadata } from "./photo-metadata.js";

/** How much of the place where photos were taken a gallery tells: all, about a kilometre, nothing. */
export type GpsPolicy = "keep" | "coarse" | "strip";

/**
 * @returns the metadata with its coordinates rounded to 0.01 degrees, or removed with all names of places; altitude and
 * direction go in both cases
 */
export function applyGpsPolicy(metadata: PhotoMetadata, policy: GpsPolicy): PhotoMetadata {
  if (policy === "keep") return metadata;
  const { altitude_m, direction_deg, ...exif } = metadata.exif;
  const latitude = policy === "coarse" ? coarse(metadata.latitude) : null;
  const longitude = policy === "coarse" ? coarse(metadata.longitude) : null;
  const place = policy === "coarse" ? metadata.place : null;
  return { ...metadata, exif, latitude, longitude, place };
}

function coarse(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 100) / 100 + 0;
}
