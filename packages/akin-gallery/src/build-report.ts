import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { listFailures } from "./database/failures-table.js";
import type { IndexCounts } from "./database/index-photos.js";
import { errorCode } from "./describe-error.js";
import type { GalleryPaths } from "./gallery-paths.js";
import type { OpenGallery } from "./open-gallery.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import type { EmbeddingReport } from "./stages.js";
import type { Stopwatch } from "./stopwatch.js";

/** What a build did: the object that `akin build --json` prints. */
export interface BuildReport {
  photos: IndexCounts & { failed: number };
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

export async function reportBuild(
  gallery: OpenGallery,
  run: { counts: IndexCounts; embedding: EmbeddingReport; stopwatch: Stopwatch },
): Promise<BuildReport> {
  const { counts, embedding, stopwatch } = run;
  const failures = listFailures(gallery.database);
  return {
    photos: { ...counts, failed: failures.length },
    failures,
    embedding,
    stages: stopwatch.stages,
    bytes: await galleryBytes(gallery.paths),
    seconds: stopwatch.seconds,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    recommendations: recommend(counts, failures, embedding),
  };
}

export async function galleryBytes(paths: GalleryPaths): Promise<GalleryBytes> {
  const [database, vectors, cache, site] = await Promise.all(
    [paths.database, paths.vectors, paths.cache, paths.site].map(sizeOf),
  );
  return { database: database ?? 0, vectors: vectors ?? 0, cache: cache ?? 0, site: site ?? 0 };
}

/** Size of a file, or of all files in a folder; 0 if it isn't there. */
async function sizeOf(path: string): Promise<number> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) return stats.size;
    const entries = await readdir(path);
    const sizes = await Promise.all(entries.map((entry) => sizeOf(join(path, entry))));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return 0;
    throw error;
  }
}

function recommend(
  counts: IndexCounts,
  failures: readonly PhotoFailure[],
  embedding: EmbeddingReport,
): string[] {
  const lines: string[] = [];
  if (embedding.model === "builtin") {
    lines.push(
      "The built-in descriptor compares colour and texture; for what is in the picture, build with --model clip-vit-b-32.",
    );
  }
  if (failures.length * 10 > counts.found) {
    lines.push("More than a tenth of the photos could not be read; akin check lists why.");
  }
  return lines;
}
