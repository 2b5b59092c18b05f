import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo } from "../database/build-info.js";
import { countPrivate, type PrivateCounts } from "../database/private-table.js";
import { iterateRows } from "../database/sqlite.js";
import type { FolderSize } from "../folder-size.js";
import type { GpsPolicy } from "../metadata/apply-gps-policy.js";
import type { AkinOptions, OriginalsPolicy } from "../options.js";
import { PUBLIC_FIELDS, type PublicField, publicFields } from "./public-fields.js";

/** What of an album becomes public. */
export interface PublicSummary {
  photos: number;
  /** Photos that are left out because they are private. */
  private: PrivateCounts;
  /** How many photos tell each field that is published; fields that none has are left out. */
  fields: Partial<Record<PublicField, number>>;
  /** How many photos would tell each field that is kept back. */
  withheld: Partial<Record<PublicField, number>>;
  /** How many photos tell coordinates, and how exact those are. */
  places: { policy: GpsPolicy; photos: number };
  originals: { policy: OriginalsPolicy; files: number; bytes: number };
  /** Of the whole site. */
  files: number;
  bytes: number;
}

const PUBLISHED = "FROM images WHERE placeholder IS NOT NULL";

/**
 * Says what a site tells.
 * @param database of a gallery whose site is written
 */
export function summarisePublic(
  database: DatabaseSyncInstance,
  options: Pick<AkinOptions, "publish" | "withhold" | "originals">,
  size: FolderSize,
): PublicSummary {
  const counts = countFields(database);
  const told = publicFields(options);
  const those = (isWanted: (field: PublicField) => boolean) =>
    Object.fromEntries(
      PUBLIC_FIELDS.filter((field) => isWanted(field) && counts.has(field)).map((field) => [
        field,
        counts.get(field),
      ]),
    );
  return {
    photos: counts.get("photos") ?? 0,
    private: countPrivate(database),
    fields: those((field) => told.has(field)),
    withheld: those((field) => !told.has(field)),
    places: {
      policy: gpsPolicyOf(database),
      photos: told.has("coordinates") ? (counts.get("coordinates") ?? 0) : 0,
    },
    originals: { policy: options.originals, ...originalsSize(database, options.originals) },
    files: size.files,
    bytes: size.bytes,
  };
}

/** How exact the places in a gallery are. */
export function gpsPolicyOf(database: DatabaseSyncInstance): GpsPolicy {
  const policy = buildInfo(database, "gps");
  return policy === "keep" || policy === "strip" ? policy : "coarse";
}

/** How many of the published photos have each field, and how many they are; none of what no photo has. */
function countFields(database: DatabaseSyncInstance): Map<string, number> {
  const counts = new Map<string, number>();
  const row = database
    .prepare(`
      SELECT count(*) AS photos, count(*) AS filename, count(*) AS file_size,
        count(title) AS title, count(description) AS description, count(nullif(tags, '[]')) AS tags,
        count(taken_at) AS time, count(geocode) AS place, count(latitude) AS coordinates,
        count(nullif(instr(path, '/'), 0)) AS folder ${PUBLISHED}`)
    .get();
  for (const [field, count] of Object.entries(row ?? {})) counts.set(field, Number(count));
  const exif = `SELECT key, count(*) AS photos FROM (SELECT exif ${PUBLISHED}), json_each(exif) GROUP BY key`;
  for (const { key, photos } of iterateRows(database, exif))
    counts.set(String(key), Number(photos));
  return new Map([...counts].filter(([, count]) => count > 0));
}

/** Copies of one content are one file. */
function originalsSize(database: DatabaseSyncInstance, policy: OriginalsPolicy) {
  if (policy === "none") return { files: 0, bytes: 0 };
  const row = database
    .prepare(`
      SELECT count(*) AS files, total(file_size) AS bytes
      FROM (SELECT max(file_size) AS file_size ${PUBLISHED} GROUP BY content_hash)`)
    .get();
  return { files: Number(row?.files), bytes: Number(row?.bytes) };
}
