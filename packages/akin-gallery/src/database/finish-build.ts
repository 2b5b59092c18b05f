import { createHash } from "node:crypto";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { DATABASE_FORMAT_VERSION } from "akin-browser/format";
import { AKIN_VERSION } from "../version.js";
import { buildInfo, setBuildInfo } from "./build-info.js";
import { iterateRows } from "./sqlite.js";
import type { VectorStore } from "./vector-store.js";

/**
 * Gives both databases their common build id, made from the content and the options alone: the same photos and
 * options have the same id, whatever the gallery went through.
 *
 * @returns the build id, 32 hex digits
 */
export function finishBuild(database: DatabaseSyncInstance, store: VectorStore): string {
  const hash = createHash("sha256");
  const fingerprints = [store.model.fingerprint, store.config("look_fingerprint") ?? ""];
  const groups = buildInfo(database, "groups_of") ?? "";
  const tags = buildInfo(database, "auto_tags_of") ?? "";
  hash.update([DATABASE_FORMAT_VERSION, ...fingerprints, groups, tags, store.words.key].join("\n"));
  const sql = "SELECT path, content_hash, metadata_fingerprint FROM images ORDER BY path";
  for (const photo of iterateRows(database, sql)) {
    hash.update(JSON.stringify([photo.path, photo.content_hash, photo.metadata_fingerprint]));
  }
  const id = hash.digest("hex").slice(0, 32);
  if (store.config("build_id") !== id) store.configure({ build_id: id });
  if (buildInfo(database, "build_id") !== id) {
    setBuildInfo(database, { build_id: id, akin_version: AKIN_VERSION });
  }
  return id;
}
