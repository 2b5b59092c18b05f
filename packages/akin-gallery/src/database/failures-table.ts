import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { FoundPhoto } from "../photos/pair-files.js";
import type { PhotoFailure } from "../photos/photo-failure.js";
import { AKIN_VERSION } from "../version.js";
import { markUnfinished } from "./build-info.js";
import { forgetPhotos } from "./images-table.js";
import { transaction } from "./sqlite.js";

/** A failure with the state of the file it was seen on, and of what belongs to it: it is tried again when these or Akin change. */
export interface FailedFile extends Pick<FoundPhoto, "size" | "modifiedAt"> {
  /** As `companionState` says. */
  companions: string;
}

/** Takes a photo out of the gallery and says why. */
export function recordFailure(
  database: DatabaseSyncInstance,
  failure: PhotoFailure,
  file: FailedFile,
): void {
  forgetPhotos(database, [failure.path]);
  database.prepare("DELETE FROM private_photos WHERE path = ?").run(failure.path);
  database
    .prepare("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    .run(
      failure.path,
      failure.stage,
      failure.code,
      failure.message,
      file.size,
      file.modifiedAt,
      AKIN_VERSION,
      file.companions,
    );
}

/** Takes a photo that is already in `images` out again, because a later stage could not use it. */
export function recordLateFailure(database: DatabaseSyncInstance, failure: PhotoFailure): void {
  markUnfinished(database);
  transaction(database, () => {
    const row = database
      .prepare("SELECT file_size, modified_at, companions FROM images WHERE path = ?")
      .get(failure.path);
    const file = {
      size: Number(row?.file_size ?? 0),
      modifiedAt: Number(row?.modified_at ?? 0),
      companions: String(row?.companions ?? "[]"),
    };
    recordFailure(database, failure, file);
  });
}

/**
 * Files that this version of Akin failed on, as they were then. What could not be opened (permissions, a disk that
 * went away), lacked a program or changed meanwhile is not among them: that can pass without a trace on the file.
 */
export function failedFiles(database: DatabaseSyncInstance): Map<string, FailedFile> {
  const rows = database
    .prepare(
      "SELECT path, file_size, modified_at, companions FROM failures WHERE akin_version = ? AND code NOT IN ('UNREADABLE', 'CHANGED', 'NO_FFMPEG')",
    )
    .all(AKIN_VERSION);
  return new Map(
    rows.map((row) => [
      String(row.path),
      {
        size: Number(row.file_size),
        modifiedAt: Number(row.modified_at),
        companions: String(row.companions),
      },
    ]),
  );
}

/** @returns all failures, by path */
export function listFailures(database: DatabaseSyncInstance): PhotoFailure[] {
  const rows = database
    .prepare("SELECT path, stage, code, message FROM failures ORDER BY path")
    .all();
  return rows.map((row) => ({
    path: String(row.path),
    stage: stageOf(row.stage),
    code: String(row.code),
    message: String(row.message),
  }));
}

/** Drops failures, for files that are gone or read at last. */
export function forgetFailures(database: DatabaseSyncInstance, paths: Iterable<string>): void {
  const statement = database.prepare("DELETE FROM failures WHERE path = ?");
  for (const path of paths) statement.run(path);
}

function stageOf(value: unknown): PhotoFailure["stage"] {
  return value === "find" || value === "decode" || value === "embed" ? value : "read";
}
