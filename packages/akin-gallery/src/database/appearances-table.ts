import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, setBuildInfo } from "./build-info.js";
import { iterateRows, transaction } from "./sqlite.js";

/** What tells a photo from others that look like it. */
export interface Appearance {
  contentHash: string;
  /** 8 bytes. */
  perceptualHash: Uint8Array;
  sharpness: number;
  /** 32 x 32 bytes. */
  miniature: Uint8Array;
  /** A byte for each of `COLOURS`. */
  colours: Uint8Array;
  /** Whether its file is damaged, so that part of the picture may be missing. */
  isDamaged: boolean;
}

/** Drops all appearances that another version made. */
export function keepAppearances(database: DatabaseSyncInstance, version: string): void {
  if (buildInfo(database, "appearance_version") === version) return;
  transaction(database, () => {
    database.exec("DELETE FROM appearances");
    database.exec("UPDATE images SET perceptual_hash = NULL, sharpness = NULL, colours = NULL");
    setBuildInfo(database, { appearance_version: version });
  });
}

/** Makes appearances durable, and tells them to all photos of their content. */
export function saveAppearances(
  database: DatabaseSyncInstance,
  appearances: readonly Appearance[],
): void {
  const add = database.prepare("INSERT OR REPLACE INTO appearances VALUES (?, ?, ?, ?, ?, ?)");
  // By the index of hashes: a look at all photos that lack one took four fifths of the time at 100,000.
  const apply = database.prepare(
    "UPDATE images SET perceptual_hash = ?, sharpness = ?, colours = ? WHERE content_hash = ?",
  );
  transaction(database, () => {
    for (const {
      contentHash,
      perceptualHash,
      sharpness,
      miniature,
      colours,
      isDamaged,
    } of appearances) {
      add.run(contentHash, perceptualHash, sharpness, miniature, colours, isDamaged ? 1 : 0);
      apply.run(perceptualHash, sharpness, colours, contentHash);
    }
  });
}

/** Copies what is known of a content to the photos that lack it: new names of old photos, and copies. */
export function applyAppearances(database: DatabaseSyncInstance): void {
  database.exec(`
    UPDATE images SET (perceptual_hash, sharpness, colours) = (
      SELECT perceptual_hash, sharpness, colours FROM appearances
      WHERE appearances.content_hash = images.content_hash)
    WHERE perceptual_hash IS NULL`);
}

/** What `images.notes` says of a photo whose file is damaged. */
const DAMAGE = "the picture is damaged: part of it may be missing";

/** Tells all photos of damaged content that they are; what was noted of them before may have been written anew since. */
export function noteDamage(database: DatabaseSyncInstance): void {
  database
    .prepare(`
      UPDATE images SET notes = json_insert(notes, '$[#]', $note)
      WHERE content_hash IN (SELECT content_hash FROM appearances WHERE damaged)
        AND NOT EXISTS (SELECT 1 FROM json_each(images.notes) WHERE value = $note)`)
    .run({ $note: DAMAGE });
}

/** Drops what belongs to no photo any more. */
export function pruneAppearances(database: DatabaseSyncInstance): void {
  database.exec(
    "DELETE FROM appearances WHERE content_hash NOT IN (SELECT content_hash FROM images)",
  );
}

/** The contents whose appearance is known. */
export function knownAppearances(database: DatabaseSyncInstance): Set<string> {
  const rows = iterateRows(database, "SELECT content_hash FROM appearances");
  return new Set(Array.from(rows, (row) => String(row.content_hash)));
}
