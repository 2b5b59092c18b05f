import { readCamera } from "./camera.js";
import { readTakenAt } from "./dates.js";
import { readCoordinates } from "./gps.js";
import type { PhotoMetadata } from "./photo-metadata.js";
import { readRawTags } from "./raw-tags.js";
import type { Sidecar } from "./sidecar.js";
import { readDescription, readTags, readTitle } from "./texts.js";
import { readWrittenPlace } from "./written-place.js";

/**
 * What an image file tells of itself, from EXIF, XMP and IPTC: JPEG, HEIC, AVIF, WebP, PNG, TIFF. Other formats have
 * none, and of broken metadata it gives what can be read: it never throws.
 * @param file the file's content; its metadata alone is looked at, no pixels are decoded
 */
export function readMetadata(file: Uint8Array, _sidecars: readonly Sidecar[] = []): PhotoMetadata {
  const tags = readRawTags(file);
  const coordinates = readCoordinates(tags);
  return {
    title: readTitle(tags),
    description: readDescription(tags),
    tags: readTags(tags),
    exif: readCamera(tags.exif),
    takenAt: readTakenAt(tags),
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    place: readWrittenPlace(tags),
    notes: [],
  };
}
