/**
 * The tables of the searchable database; spec/site-format.md says what each column means. No JSON, and nothing that
 * public-fields.ts does not let through.
 */
export const SEARCHABLE_SCHEMA = `
CREATE TABLE images(
  slot INTEGER PRIMARY KEY,
  id INTEGER NOT NULL,
  path TEXT NOT NULL,
  filename TEXT NOT NULL,
  title TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  taken_at TEXT,
  latitude REAL,
  longitude REAL,
  city TEXT,
  region TEXT,
  country TEXT,
  camera_make TEXT,
  camera_model TEXT,
  lens TEXT,
  focal_length_mm REAL,
  aperture_f REAL,
  exposure_s REAL,
  iso INTEGER,
  image BLOB NOT NULL,
  placeholder BLOB NOT NULL
);
CREATE UNIQUE INDEX images_by_id ON images(id);
CREATE TABLE facets(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  photos INTEGER NOT NULL
);
CREATE TABLE facet_photos(key INTEGER PRIMARY KEY, photos BLOB NOT NULL);
CREATE VIRTUAL TABLE images_fts USING fts5(
  filename, folder, tags, title, description, place, camera, auto_tags,
  content='', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE words(word TEXT PRIMARY KEY, photos INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE build_info(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
