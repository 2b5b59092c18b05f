import { APPLICATION_ID, DATABASE_FORMAT_VERSION } from "akin-browser/format";
import { FULL_TEXT_TABLE } from "./full-text-table.js";

/** The tables that galleries of earlier builds don't have. */
export const GROUP_TABLES = `
CREATE TABLE IF NOT EXISTS appearances(
  content_hash TEXT PRIMARY KEY,
  perceptual_hash BLOB NOT NULL,
  sharpness REAL NOT NULL,
  miniature BLOB NOT NULL,
  colours BLOB NOT NULL,
  damaged INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS photo_groups(
  image_id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  keep INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS photo_groups_group_id ON photo_groups(group_id);
CREATE TABLE IF NOT EXISTS look_neighbours(
  image_id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  neighbour_id INTEGER NOT NULL,
  distance REAL NOT NULL,
  PRIMARY KEY(image_id, rank)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS look_neighbours_neighbour_id ON look_neighbours(neighbour_id);
`;

/** Also one that galleries of earlier builds don't have. */
export const MAP_TABLE = `
CREATE TABLE IF NOT EXISTS map_places(
  image_id INTEGER PRIMARY KEY,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL
);
`;

/** Photos that are kept out of the gallery; galleries of earlier builds don't have this table either. */
export const PRIVATE_TABLE = `
CREATE TABLE IF NOT EXISTS private_photos(
  path TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  file_size INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  metadata_fingerprint TEXT NOT NULL,
  companions TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;
`;

/** The tables of database.db; spec/database-format.md says what each column means. */
export const DATABASE_SCHEMA = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${DATABASE_FORMAT_VERSION};
CREATE TABLE images(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  filename TEXT NOT NULL,
  title TEXT,
  description TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  exif TEXT NOT NULL DEFAULT '{}',
  geocode TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  media TEXT NOT NULL DEFAULT 'photo',
  taken_at TEXT,
  latitude REAL,
  longitude REAL,
  file_size INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  content_hash TEXT NOT NULL,
  placeholder BLOB,
  metadata_fingerprint TEXT NOT NULL,
  companions TEXT NOT NULL DEFAULT '[]',
  notes TEXT NOT NULL DEFAULT '[]',
  auto_tags TEXT NOT NULL DEFAULT '[]',
  neighbours_of TEXT,
  look_neighbours_of TEXT,
  perceptual_hash BLOB,
  sharpness REAL,
  colours BLOB
);
CREATE INDEX images_content_hash ON images(content_hash);
${FULL_TEXT_TABLE}CREATE TABLE neighbours(
  image_id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  neighbour_id INTEGER NOT NULL,
  distance REAL NOT NULL,
  PRIMARY KEY(image_id, rank)
) WITHOUT ROWID;
CREATE INDEX neighbours_neighbour_id ON neighbours(neighbour_id);
CREATE TABLE failures(
  path TEXT PRIMARY KEY,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  file_size INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  akin_version TEXT NOT NULL,
  companions TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE build_info(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
${GROUP_TABLES}${MAP_TABLE}${PRIVATE_TABLE}`;

/** What vectors are of. */
export const VECTOR_METADATA = `
CREATE TABLE vector_metadata(
  rowid INTEGER PRIMARY KEY,
  image_path TEXT NOT NULL UNIQUE,
  model_name TEXT NOT NULL,
  embedding_dim INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_vector_metadata_path ON vector_metadata(image_path);
CREATE INDEX idx_vector_metadata_hash ON vector_metadata(file_hash);
`;

/** The tables of vectors.db except `image_vectors`, whose form depends on whether sqlite-vec can be loaded. */
export const VECTORS_SCHEMA = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${DATABASE_FORMAT_VERSION};
${VECTOR_METADATA}CREATE TABLE vector_config(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** Beside `look_vectors`, in a vectors.db that has looks. */
export const LOOKS_SCHEMA = `
CREATE TABLE look_metadata(rowid INTEGER PRIMARY KEY, file_hash TEXT NOT NULL);
`;
