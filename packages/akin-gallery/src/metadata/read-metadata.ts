import type { PhotoExif } from "akin-browser/format";
import { readCamera, readOwnership } from "./camera.js";
import { readTakenAt } from "./dates.js";
import { readPosition } from "./gps.js";
import { Notes } from "./notes.js";
import type { PhotoMetadata } from "./photo-metadata.js";
import { readRating } from "./rating.js";
import type { Sidecar } from "./sidecar.js";
import { readSources } from "./sources.js";
import { readKeywords } from "./texts/keywords.js";
import { readPeople } from "./texts/people.js";
import { readCopyright, readCreator } from "./texts/rights.js";
import { readDescription, readTitle } from "./texts/written-texts.js";
import { readWrittenPlace } from "./written-place.js";

/** What lies around a file's content. */
export interface Surroundings {
  /** The file's name, which may tell when the photo was taken. */
  filename?: string;
  /** What lies beside it, the most telling first. */
  sidecars?: readonly Sidecar[];
}

/**
 * What an image file and its sidecars tell of a photo: EXIF, XMP and IPTC of JPEG, HEIC, AVIF, JPEG XL, WebP, PNG, TIFF and
 * RAW files, what films keep for themselves, XMP and Google Takeout's JSON beside them. Of broken metadata it gives what
 * can be read, with a note: it never throws.
 * @param file the file's content; its metadata alone is looked at, no pixels are decoded
 */
export async function readMetadata(
  file: Uint8Array,
  { filename = "", sidecars = [] }: Surroundings = {},
): Promise<PhotoMetadata> {
  const notes = new Notes();
  const sources = await readSources(file, sidecars, notes);
  const { altitude, direction, ...coordinates } = readPosition(sources);
  const keywords = readKeywords(sources);
  const people = readPeople(sources, keywords.people);
  return {
    title: readTitle(sources),
    description: readDescription(sources),
    // Faces that are named become keywords in most programs; whether they are told is the owner's choice.
    tags: keywords.tags.filter((tag) => !people.includes(tag)),
    ...(keywords.replaced.length > 0 && { replacedTags: keywords.replaced }),
    exif: present({
      ...readCamera(sources),
      altitude_m: altitude,
      direction_deg: direction,
      rating: readRating(sources),
      copyright: readCopyright(sources),
      creator: readCreator(sources),
      people: people.length > 0 ? people : undefined,
      ...readOwnership(sources),
    }),
    takenAt: readTakenAt(sources, filename),
    ...coordinates,
    place: readWrittenPlace(sources),
    notes: notes.list,
  };
}

function present(fields: { [Name in keyof PhotoExif]: PhotoExif[Name] | undefined }): PhotoExif {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
