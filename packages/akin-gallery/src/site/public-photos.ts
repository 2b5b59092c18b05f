import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { PhotoExif, PhotoMedia } from "akin-browser/format";
import { iterateRows } from "../database/sqlite.js";
import type { OriginalsPolicy } from "../options.js";
import { imageName } from "./image-options.js";
import {
  type PublicFields,
  publicAutoTags,
  publicExif,
  publicPlace,
  publicTags,
  USUAL_FIELDS,
} from "./public-fields.js";
import { publicNames } from "./public-names.js";

/** What is kept of every photo while the site is written: enough to draw and name it, some 500 bytes. */
export interface PublicPhoto {
  /** As it is published: that of the published path. */
  id: number;
  /** `images.id`, which is the same unless names are kept back. Never published. */
  imageId: number;
  /** `images.path`, likewise. */
  ownPath: string;
  /** 1 for the last photo in display order; `images.position` of the searchable database. */
  position: number;
  path: string;
  filename: string;
  title: string | null;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  media: PhotoMedia;
  takenAt: string | null;
  /** See `imageName`. */
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
}

/** The rest, read photo by photo. */
export interface PublicDetails {
  description: string | null;
  tags: string[];
  /** Those that the model has given, best first. */
  autoTags: string[];
  exif: PhotoExif;
  /** City, region and country, as far as known. */
  place: Record<string, string>;
  latitude: number | null;
  longitude: number | null;
  fileSize: number | null;
  /** Of `colourShares`; empty in a gallery that was never described. */
  colours: Uint8Array;
}

/** What becomes public of what the databases hold. */
export interface Publishing {
  fields: PublicFields;
  originals: OriginalsPolicy;
}

interface PhotoRow
  extends Omit<PublicPhoto, "imageId" | "ownPath" | "image" | "placeholder" | "position"> {
  contentHash: string;
  placeholder: Uint8Array;
}

interface DetailsRow {
  description: string | null;
  tags: string;
  autoTags: string;
  exif: string;
  geocode: string | null;
  latitude: number | null;
  longitude: number | null;
  fileSize: number;
  colours: Uint8Array | null;
}

/** @returns all photos that have images, in display order: newest first, then by path; undated ones last */
export function readPublicPhotos(
  database: DatabaseSyncInstance,
  { fields, originals }: Publishing = { fields: USUAL_FIELDS, originals: "none" },
): PublicPhoto[] {
  const names = publicNames(readNames(database), fields, originals !== "none");
  const oldestFirst: PublicPhoto[] = [];
  const rows = iterateRows<PhotoRow>(
    database,
    `SELECT id, path, filename, title, width, height, media, taken_at AS takenAt,
       content_hash AS contentHash, placeholder
     FROM images WHERE placeholder IS NOT NULL
     ORDER BY taken_at NULLS FIRST, path DESC`,
  );
  for (const row of rows) {
    const { id, path, filename } = names?.get(row.id) ?? row;
    // Written out: a copy of the library's row takes more than twice the memory.
    oldestFirst.push({
      id,
      imageId: row.id,
      ownPath: row.path,
      position: oldestFirst.length + 1,
      path,
      filename,
      title: fields.has("title") ? row.title : null,
      width: row.width,
      height: row.height,
      media: row.media,
      takenAt: fields.has("time") ? row.takenAt : null,
      image: imageName(row.contentHash),
      placeholder: Buffer.from(row.placeholder).toString("base64"),
    });
  }
  if (names || !fields.has("time")) sortByWhatIsTold(oldestFirst);
  return oldestFirst.reverse();
}

/** The order in which photos are shown must not tell times and names that are kept back. */
function sortByWhatIsTold(oldestFirst: PublicPhoto[]): void {
  const pathOf = new Map(oldestFirst.map((photo) => [photo, Buffer.from(photo.path)]));
  const none = Buffer.alloc(0);
  oldestFirst.sort((a, b) => {
    const [timeA, timeB] = [a.takenAt ?? "", b.takenAt ?? ""];
    if (timeA !== timeB) return timeA < timeB ? -1 : 1;
    return Buffer.compare(pathOf.get(b) ?? none, pathOf.get(a) ?? none);
  });
  for (const [index, photo] of oldestFirst.entries()) photo.position = index + 1;
}

function readNames(database: DatabaseSyncInstance) {
  return iterateRows<{ id: number; path: string; filename: string; contentHash: string }>(
    database,
    `SELECT id, path, filename, content_hash AS contentHash FROM images
     WHERE placeholder IS NOT NULL`,
  );
}

/** Reads the details of one published photo after another. */
export function publicDetailsReader(
  database: DatabaseSyncInstance,
  fields: PublicFields,
): (photo: PublicPhoto) => PublicDetails {
  const statement = database.prepare(
    `SELECT description, tags, auto_tags AS autoTags, exif, geocode, latitude, longitude, file_size AS fileSize, colours
     FROM images WHERE id = ?`,
  );
  return ({ imageId }) => publicDetails(statement.get(imageId), fields);
}

function publicDetails(row: DetailsRow, fields: PublicFields): PublicDetails {
  const tellsPlace = fields.has("coordinates");
  const tags = publicTags(row.tags, fields);
  return {
    description: fields.has("description") ? row.description : null,
    tags,
    autoTags: publicAutoTags(row.autoTags, tags, fields),
    exif: publicExif(row.exif, fields),
    place: publicPlace(row.geocode, fields),
    latitude: tellsPlace ? row.latitude : null,
    longitude: tellsPlace ? row.longitude : null,
    fileSize: fields.has("file_size") ? row.fileSize : null,
    colours: row.colours ?? new Uint8Array(),
  };
}
