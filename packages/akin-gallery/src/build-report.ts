import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { countChanges, type PhotoCounts } from "./database/count-changes.js";
import { listFailures } from "./database/failures-table.js";
import type { AlbumChanges } from "./database/index-photos.js";
import type { EmbeddingReport } from "./embed-photos.js";
import type { GalleryPaths } from "./gallery-paths.js";
import type { OpenGallery } from "./open-gallery.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import type { Stopwatch } from "./stopwatch.js";

/** What a build did: the object that `akin build --json` prints. */
export interface BuildReport {
  photos: PhotoCounts;
  failures: PhotoFailure[];
  embedding: EmbeddingReport;
  stages: { name: string; seconds: number }[];
  seconds: number;
  /** The most memory the process had at any time. */
  peakMemoryMb: number;
  /** Sizes on disk. Images in `site` are links to those in `cache` where the disk has links. */
  bytes: GalleryBytes;
  /** What would make the next build better or faster, one line each. */
  recommendations: string[];
}

export interface GalleryBytes {
  database: number;
  vectors: number;
  cache: number;
  site: number;
}

export function reportBuild(
  gallery: OpenGallery,
  run: { changes: AlbumChanges; embedding: EmbeddingReport; stopwatch: Stopwatch },
): BuildReport {
  const { changes, embedding, stopwatch } = run;
  const failures = listFailures(gallery.database);
  const photos = countChanges(gallery.database, changes);
  return {
    photos,
    failures,
    embedding,
    stages: stopwatch.stages,
    bytes: galleryBytes(gallery.paths),
    seconds: stopwatch.seconds,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    recommendations: recommend(photos, embedding),
  };
}

/** Sizes on disk in bytes; 0 for what isn't there. */
export function galleryBytes(paths: GalleryPaths): GalleryBytes {
  return {
    database: sizeOf(paths.database),
    vectors: sizeOf(paths.vectors),
    cache: sizeOf(paths.cache),
    site: sizeOf(paths.site),
  };
}

/** Synchronous, because that takes a quarter of the time for the tens of thousands of small files of a gallery. */
function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0);
}

function recommend(photos: PhotoCounts, embedding: EmbeddingReport): string[] {
  const lines: string[] = [];
  if (embedding.model === "builtin") {
    lines.push(
      "The built-in descriptor compares colour and texture; for what is in the picture, build with --model clip-vit-b-32.",
    );
  }
  if (photos.failed * 10 > photos.found) {
    lines.push("More than a tenth of the photos could not be read; akin check lists why.");
  }
  return lines;
}
