import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { SITE_FORMAT_VERSION } from "akin-browser/format";
import { type PublicDetails, type PublicPhoto, readPublicDetails } from "./public-photos.js";

const SCHEMA = `
CREATE TABLE images(
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  filename TEXT NOT NULL,
  title TEXT,
  description TEXT,
  tags TEXT NOT NULL,
  exif TEXT NOT NULL,
  geocode TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  taken_at TEXT,
  latitude REAL,
  longitude REAL,
  file_size INTEGER NOT NULL,
  image TEXT NOT NULL,
  placeholder BLOB NOT NULL
);
CREATE VIRTUAL TABLE images_fts USING fts5(
  filename, folder, tags, title, description, place, camera,
  content='', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE neighbours(
  image_id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  neighbour_id INTEGER NOT NULL,
  distance REAL NOT NULL,
  PRIMARY KEY(image_id, rank)
) WITHOUT ROWID;
CREATE TABLE build_info(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * Fills the published main database from the gallery's own.
 *
 * @param gallery database.db, outside a transaction
 * @param photos all that are published, by id
 */
export function fillMainDatabase(
  published: DatabaseSyncInstance,
  gallery: DatabaseSyncInstance,
  photos: ReadonlyMap<number, PublicPhoto>,
  buildId: string,
): void {
  published.prepare("ATTACH ? AS gallery").run(gallery.location());
  published.exec(`BEGIN;${SCHEMA}`);
  addPhotos(published, gallery, photos);
  // Copied within SQLite: through JavaScript the 24 rows of each photo take three times as long. Ranks stay, with a
  // gap where a photo is not published.
  published.exec(`
    INSERT INTO neighbours
      SELECT image_id, rank, neighbour_id, round(distance, 5) FROM gallery.neighbours
      WHERE image_id IN (SELECT id FROM images) AND neighbour_id IN (SELECT id FROM images)`);
  const addInfo = published.prepare("INSERT INTO build_info VALUES (?, ?)");
  addInfo.run("build_id", buildId);
  addInfo.run("format", String(SITE_FORMAT_VERSION));
  // One segment: fewer pages to read for a word, and the same bytes whatever the batches were.
  published.exec("INSERT INTO images_fts(images_fts) VALUES('optimize'); COMMIT; DETACH gallery");
}

function addPhotos(
  published: DatabaseSyncInstance,
  gallery: DatabaseSyncInstance,
  photos: ReadonlyMap<number, PublicPhoto>,
): void {
  const addImage = published.prepare(
    `INSERT INTO images VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addWords = published.prepare(
    `INSERT INTO images_fts(rowid, filename, folder, tags, title, description, place, camera)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const details of readPublicDetails(gallery)) {
    const photo = photos.get(details.id);
    if (!photo) continue;
    addImage.run(...imageRow(photo, details));
    addWords.run(photo.id, ...words(photo, details));
  }
}

function imageRow(photo: PublicPhoto, details: PublicDetails) {
  return [
    photo.id,
    photo.path,
    photo.filename,
    photo.title,
    details.description,
    JSON.stringify(details.tags),
    JSON.stringify(details.exif),
    Object.keys(details.place).length > 0 ? JSON.stringify(details.place) : null,
    photo.width,
    photo.height,
    photo.takenAt,
    details.latitude,
    details.longitude,
    details.fileSize,
    photo.image,
    Buffer.from(photo.placeholder, "base64"),
  ];
}

/** What full-text search finds a photo by, in the order of the columns of `images_fts`. */
function words(photo: PublicPhoto, { tags, description, place, exif }: PublicDetails) {
  return [
    photo.filename,
    photo.path.slice(0, Math.max(0, photo.path.lastIndexOf("/"))),
    tags.join("\n"),
    photo.title,
    description,
    Object.values(place).join("\n"),
    [exif.camera_make, exif.camera_model, exif.lens].filter(Boolean).join(" "),
  ];
}
