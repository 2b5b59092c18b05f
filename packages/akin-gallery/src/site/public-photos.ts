import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { PhotoExif } from "akin-browser/format";
import { iterateRows } from "../database/sqlite.js";
import { imageName } from "./image-options.js";
import { publicExif, publicPlace, publicTags } from "./public-fields.js";

/** What is kept of every photo while the site is written: enough to draw and name it, some 500 bytes. */
export interface PublicPhoto {
  id: number;
  /** 1 for the last photo in display order; `images.position` of the searchable database. */
  position: number;
  path: string;
  filename: string;
  title: string | null;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
  takenAt: string | null;
  /** See `imageName`. */
  image: string;
  /** ThumbHash, base64. */
  placeholder: string;
}

/** The rest, read photo by photo. */
export interface PublicDetails {
  id: number;
  description: string | null;
  tags: string[];
  exif: PhotoExif;
  /** City, region and country, as far as known. */
  place: Record<string, string>;
  latitude: number | null;
  longitude: number | null;
  fileSize: number;
  /** Of `colourShares`; empty in a gallery that was never described. */
  colours: Uint8Array;
}

interface PhotoRow extends Omit<PublicPhoto, "image" | "placeholder" | "position"> {
  contentHash: string;
  placeholder: Uint8Array;
}

interface DetailsRow {
  id: number;
  description: string | null;
  tags: string;
  exif: string;
  geocode: string | null;
  latitude: number | null;
  longitude: number | null;
  fileSize: number;
  colours: Uint8Array | null;
}

const DETAILS =
  "id, description, tags, exif, geocode, latitude, longitude, file_size AS fileSize, colours";

/** Photos that are read from the database at once. */
const DETAILS_AT_ONCE = 500;

/** @returns all photos that have images, in display order: newest first, then by path; undated ones last */
export function readPublicPhotos(database: DatabaseSyncInstance): PublicPhoto[] {
  const oldestFirst: PublicPhoto[] = [];
  const rows = iterateRows<PhotoRow>(
    database,
    `SELECT id, path, filename, title, width, height, taken_at AS takenAt,
       content_hash AS contentHash, placeholder
     FROM images WHERE placeholder IS NOT NULL
     ORDER BY taken_at NULLS FIRST, path DESC`,
  );
  for (const row of rows) {
    // Written out: a copy of the library's row takes more than twice the memory.
    oldestFirst.push({
      id: row.id,
      position: oldestFirst.length + 1,
      path: row.path,
      filename: row.filename,
      title: row.title,
      width: row.width,
      height: row.height,
      takenAt: row.takenAt,
      image: imageName(row.contentHash),
      placeholder: Buffer.from(row.placeholder).toString("base64"),
    });
  }
  return oldestFirst.reverse();
}

/** The details of the same photos, ascending by id. */
export function* readPublicDetails(database: DatabaseSyncInstance): Generator<PublicDetails> {
  const nextPhotos = database.prepare(
    `SELECT ${DETAILS} FROM images WHERE placeholder IS NOT NULL AND id > ?
     ORDER BY id LIMIT ${DETAILS_AT_ONCE}`,
  );
  // Not iterate(): its iterator doesn't keep the statement alive, and a garbage collection while the consumer
  // awaits something crashes the process (@photostructure/sqlite 1.2.1).
  let rows: DetailsRow[] = nextPhotos.all(0);
  while (rows.length > 0) {
    yield* rows.map(parseDetails);
    rows = nextPhotos.all(rows.at(-1)?.id);
  }
}

/** Reads the details of one published photo after another, by id. */
export function publicDetailsReader(database: DatabaseSyncInstance): (id: number) => PublicDetails {
  const statement = database.prepare(`SELECT ${DETAILS} FROM images WHERE id = ?`);
  return (id) => parseDetails(statement.get(id));
}

function parseDetails({ geocode, colours, ...row }: DetailsRow): PublicDetails {
  return {
    ...row,
    tags: publicTags(row.tags),
    exif: publicExif(row.exif),
    place: publicPlace(geocode),
    colours: colours ?? new Uint8Array(),
  };
}
