import { posix } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { fullTextRow } from "./full-text-row.js";
import { iterateRows, transaction } from "./sqlite.js";

/** The full-text index of database.db; rowid is `images.id`. */
export const FULL_TEXT_TABLE = `
CREATE VIRTUAL TABLE images_fts USING fts5(
  filename, folder, tags, title, description, place, camera, auto_tags,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
`;

/** Brings the index in line with what `images` tells of a photo. */
export function saveFullText(database: DatabaseSyncInstance, id: number): void {
  const photo = database
    .prepare(
      `SELECT path, tags, title, description, geocode, exif, auto_tags FROM images WHERE id = ?`,
    )
    .get(id);
  database.prepare("DELETE FROM images_fts WHERE rowid = ?").run(id);
  if (!photo) return;
  const path = String(photo.path);
  const folder = posix.dirname(path);
  const words = fullTextRow({
    filename: posix.basename(path),
    folder: folder === "." ? "" : folder,
    tags: JSON.parse(String(photo.tags)),
    title: textOrNull(photo.title),
    description: textOrNull(photo.description),
    place: JSON.parse(textOrNull(photo.geocode) ?? "{}"),
    exif: JSON.parse(String(photo.exif)),
    autoTags: JSON.parse(String(photo.auto_tags)),
  });
  database
    .prepare(`
      INSERT INTO images_fts(rowid, filename, folder, tags, title, description, place, camera, auto_tags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(id, ...words);
}

/** Makes the index anew, for galleries of earlier builds. */
export function remakeFullText(database: DatabaseSyncInstance): void {
  transaction(database, () => {
    database.exec(`DROP TABLE images_fts; ${FULL_TEXT_TABLE}`);
    const ids = Array.from(iterateRows(database, "SELECT id FROM images"), ({ id }) => Number(id));
    for (const id of ids) saveFullText(database, id);
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
