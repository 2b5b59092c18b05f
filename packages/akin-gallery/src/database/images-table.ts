import { basename, posix } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type PhotoMedia, photoId } from "akin-browser/format";
import type { PhotoMetadata } from "../metadata/photo-metadata.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import { markUnerased } from "./build-info.js";
import { saveFullText } from "./full-text-table.js";
import { iterateRows, single } from "./sqlite.js";

/** What decides whether a photo must be read again. */
export interface KnownPhoto {
  size: number;
  modifiedAt: number;
  /** Empty for a photo that could not be read. */
  contentHash: string;
  metadataFingerprint: string;
  /** As `companionState` says. */
  companions: string;
}

/** A photo as it goes into `images`. */
export interface IndexedPhoto extends FoundPhoto {
  contentHash: string;
  width: number;
  height: number;
  media: PhotoMedia;
  metadata: PhotoMetadata;
  metadataFingerprint: string;
}

export function knownPhotos(database: DatabaseSyncInstance): Map<string, KnownPhoto> {
  const sql =
    "SELECT path, file_size, modified_at, content_hash, metadata_fingerprint, companions FROM images";
  const known = new Map<string, KnownPhoto>();
  for (const row of iterateRows(database, sql)) {
    known.set(String(row.path), {
      size: Number(row.file_size),
      modifiedAt: Number(row.modified_at),
      contentHash: String(row.content_hash),
      metadataFingerprint: String(row.metadata_fingerprint),
      companions: String(row.companions),
    });
  }
  return known;
}

/**
 * Adds a photo, or replaces what is known of it. New content loses its placeholder, its perceptual hash, its colours, its
 * automatic tags and its claim to have neighbours; where only the file's time changed, they stay.
 */
export function savePhoto(database: DatabaseSyncInstance, photo: IndexedPhoto): void {
  const { metadata } = photo;
  const id = idOf(database, photo.path);
  if (single(database, "SELECT id AS value FROM images WHERE id = ?", id) !== undefined) {
    markUnerased(database);
  }
  database
    .prepare(`
      INSERT INTO images(id, path, filename, title, description, tags, exif, width, height, media, taken_at,
        latitude, longitude, geocode, file_size, modified_at, content_hash, metadata_fingerprint, companions, notes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(id) DO UPDATE SET
        title = excluded.title, description = excluded.description, tags = excluded.tags, exif = excluded.exif,
        width = excluded.width, height = excluded.height, media = excluded.media, taken_at = excluded.taken_at,
        latitude = excluded.latitude, longitude = excluded.longitude, geocode = excluded.geocode, file_size = excluded.file_size,
        modified_at = excluded.modified_at, metadata_fingerprint = excluded.metadata_fingerprint,
        companions = excluded.companions, notes = excluded.notes,
        placeholder = iif(content_hash = excluded.content_hash, placeholder, NULL),
        perceptual_hash = iif(content_hash = excluded.content_hash, perceptual_hash, NULL),
        sharpness = iif(content_hash = excluded.content_hash, sharpness, NULL),
        colours = iif(content_hash = excluded.content_hash, colours, NULL),
        auto_tags = iif(content_hash = excluded.content_hash, auto_tags, '[]'),
        content_hash = excluded.content_hash`)
    .run(
      id,
      photo.path,
      posix.basename(photo.path),
      metadata.title,
      metadata.description,
      JSON.stringify(metadata.tags),
      JSON.stringify(metadata.exif),
      photo.width,
      photo.height,
      photo.media,
      metadata.takenAt,
      metadata.latitude,
      metadata.longitude,
      metadata.place && JSON.stringify(metadata.place),
      photo.size,
      photo.modifiedAt,
      photo.contentHash,
      photo.metadataFingerprint,
      companionState(photo),
      JSON.stringify(metadata.notes),
    );
  saveFullText(database, id);
}

/** What belongs to a photo, as JSON for `images.companions`; the photo is read again when it differs. */
export function companionState({ companions }: FoundPhoto): string {
  return JSON.stringify(
    companions.map(({ role, file, size, modifiedAt }) => {
      const name = basename(file);
      return { role, name, size, modifiedAt };
    }),
  );
}

/** Removes photos; neighbours' lists that name them are mended when neighbours are next computed. */
export function forgetPhotos(database: DatabaseSyncInstance, paths: Iterable<string>): void {
  const find = database.prepare("SELECT id FROM images WHERE path = ?");
  for (const path of paths) {
    const id = find.get(path)?.id;
    if (typeof id !== "number") continue;
    markUnerased(database);
    for (const sql of [
      "DELETE FROM images_fts WHERE rowid = ?",
      "DELETE FROM neighbours WHERE image_id = ?",
      "DELETE FROM look_neighbours WHERE image_id = ?",
      "DELETE FROM photo_groups WHERE image_id = ?",
      "DELETE FROM images WHERE id = ?",
    ]) {
      database.prepare(sql).run(id);
    }
  }
}

export function countPhotos(database: DatabaseSyncInstance): number {
  return Number(single(database, "SELECT count(*) AS value FROM images"));
}

function idOf(database: DatabaseSyncInstance, path: string): number {
  const pathOf = database.prepare("SELECT path FROM images WHERE id = ?");
  for (let attempt = 0; ; attempt++) {
    const id = photoId(path, attempt);
    const holder = pathOf.get(id)?.path;
    if (holder === undefined || holder === path) return id;
  }
}
