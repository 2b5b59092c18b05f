import { existsSync } from "node:fs";
import { checkGroups } from "./check-groups.js";
import { buildInfo } from "./database/build-info.js";
import { listFailures } from "./database/failures-table.js";
import { type MetadataNotes, metadataNotes } from "./database/metadata-notes.js";
import { integrityProblems } from "./database/sqlite.js";
import { VectorStore } from "./database/vector-store.js";
import { describeError, oneLine } from "./describe-error.js";
import { openForReading } from "./open-gallery.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import { NEIGHBOURS } from "./similarity/store-neighbours.js";
import { hasAllImages, readCachedImages } from "./site/cached-images.js";
import { checkSite } from "./site/check-site.js";
import { imageName } from "./site/image-options.js";

export interface CheckReport {
  photos: number;
  /** What is missing or damaged, one line each. */
  problems: string[];
  /** Photos that could not be read: no damage of the gallery's. */
  failures: PhotoFailure[];
  /** What of the photos' metadata could not be read or was not believed: no damage of the gallery's either. */
  metadata: MetadataNotes;
}

interface StoredPhoto {
  id: number;
  path: string;
  contentHash: string;
  width: number;
  height: number;
}

type ReadGallery = ReturnType<typeof openForReading>;

/** Looks whether the databases, the cache and the site are whole and agree. Changes nothing. */
export async function checkGallery(out: string): Promise<CheckReport> {
  const gallery = openForReading(out);
  try {
    const photos = storedPhotos(gallery);
    return {
      photos: photos.length,
      problems: [
        ...integrityProblems(gallery.database).map((problem) => `database.db: ${problem}`),
        ...checkVectors(gallery, photos),
        ...checkNeighbours(gallery, photos),
        ...checkGroups(gallery.database, photos),
        ...(await checkCache(gallery, photos)),
        ...(await checkPublished(gallery)),
      ],
      failures: listFailures(gallery.database),
      metadata: metadataNotes(gallery.database),
    };
  } finally {
    gallery.database.close();
  }
}

function storedPhotos({ database }: ReadGallery): StoredPhoto[] {
  const rows = database.prepare(
    "SELECT id, path, content_hash, width, height FROM images ORDER BY path",
  );
  return rows.all().map((row) => ({
    id: Number(row.id),
    path: String(row.path),
    contentHash: String(row.content_hash),
    width: Number(row.width),
    height: Number(row.height),
  }));
}

function checkVectors({ database, paths }: ReadGallery, photos: readonly StoredPhoto[]): string[] {
  const problems: string[] = [];
  const buildId = buildInfo(database, "build_id");
  if (buildId === undefined) problems.push("the last build did not finish; run akin build");
  if (!existsSync(paths.vectors)) return [...problems, "vectors.db is missing; run akin embed"];
  let store: VectorStore | undefined;
  try {
    store = VectorStore.open(paths.vectors, { readOnly: true });
    problems.push(...store.integrityProblems().map((problem) => `vectors.db: ${problem}`));
    if (buildId !== undefined && store.config("build_id") !== buildId) {
      problems.push("database.db and vectors.db are of different builds; run akin build");
    }
    const records = new Map(store.records());
    const looks = store.looks.contents();
    if (looks.size === 0 && photos.length > 0) {
      problems.push("vectors.db has no looks; run akin embed");
    }
    for (const { id, path, contentHash } of photos) {
      const record = records.get(id);
      if (record?.contentHash !== contentHash || !store.vectorOf(id)) {
        problems.push(`${oneLine(path)} has no vector in vectors.db; run akin embed`);
      }
      if (looks.size > 0 && (looks.get(id) !== contentHash || !store.looks.lookOf(id))) {
        problems.push(`${oneLine(path)} has no look in vectors.db; run akin embed`);
      }
      records.delete(id);
    }
    for (const { path } of records.values()) {
      problems.push(
        `vectors.db has a vector of ${oneLine(path)}, which is not in database.db; run akin embed`,
      );
    }
  } catch (error) {
    problems.push(`vectors.db can't be read: ${describeError(error)}`);
  } finally {
    store?.close();
  }
  return problems;
}

function checkNeighbours({ database }: ReadGallery, photos: readonly StoredPhoto[]): string[] {
  const expected = Math.min(NEIGHBOURS, photos.length - 1);
  const rows = database.prepare(`
    SELECT image_id, count(*) AS found FROM neighbours
    WHERE neighbour_id IN (SELECT id FROM images) GROUP BY image_id`);
  const counts = new Map(rows.all().map((row) => [Number(row.image_id), Number(row.found)]));
  return photos
    .filter(({ id }) => (counts.get(id) ?? 0) !== expected)
    .map(
      ({ id, path }) =>
        `${oneLine(path)} has ${counts.get(id) ?? 0} neighbours, not ${expected}; run akin embed`,
    );
}

async function checkCache(
  { paths }: ReadGallery,
  photos: readonly StoredPhoto[],
): Promise<string[]> {
  const cached = await readCachedImages(paths.cache);
  return photos
    .filter((photo) => !hasAllImages(cached, { ...photo, name: imageName(photo.contentHash) }))
    .map(({ path }) => `${oneLine(path)} lacks resized images in cache/; run akin site`);
}

async function checkPublished({ paths }: ReadGallery): Promise<string[]> {
  if (!existsSync(paths.site)) return ["site/ is missing; run akin site"];
  const problems = await checkSite(paths.site);
  return problems.map((problem) => `site/${problem}; run akin site`);
}
