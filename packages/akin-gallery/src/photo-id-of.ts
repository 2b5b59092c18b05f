import { existsSync, realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo } from "./database/build-info.js";

/**
 * Finds a photo of the gallery by what people call it on a command line.
 *
 * @param photo a path within the album, or the file itself
 * @returns the photo's id, or undefined if it isn't in the gallery
 */
export function photoIdOf(database: DatabaseSyncInstance, photo: string): number | undefined {
  const find = database.prepare("SELECT id FROM images WHERE path = ?");
  const album = buildInfo(database, "photos_folder") ?? "";
  const candidates = [photo.split(sep).join("/").replace(/^\.\//, "")];
  if (existsSync(photo)) {
    for (const file of [resolve(photo), realpathSync(photo)]) {
      candidates.push(relative(album, file).split(sep).join("/"));
    }
  }
  for (const path of candidates) {
    const id = find.get(path)?.id;
    if (id !== undefined) return Number(id);
  }
  return undefined;
}
