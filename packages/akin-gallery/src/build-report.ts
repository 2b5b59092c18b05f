import { availableParallelism, totalmem } from "node:os";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { countChanges, type PhotoCounts } from "./database/count-changes.js";
import { listFailures } from "./database/failures-table.js";
import type { AlbumChanges } from "./database/index-photos.js";
import type { EmbeddingReport } from "./embed-photos.js";
import { folderSize } from "./folder-size.js";
import type { GalleryPaths } from "./gallery-paths.js";
import type { OpenGallery } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { peakMemory } from "./peak-memory.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import { type EmbeddingUse, recommend } from "./recommend.js";
import { type HostFit, hostFit } from "./site/hosts/host-limits.js";
import { type PublicSummary, summarisePublic } from "./site/public-summary.js";
import type { StageTime, Stopwatch } from "./stopwatch.js";

/** What a build did: the object that `akin build --json` prints. */
export interface BuildReport {
  photos: PhotoCounts;
  failures: PhotoFailure[];
  /** Share of the photos that could not be used, 0 to 1. */
  failureRate: number;
  embedding: EmbeddingReport;
  stages: StageTime[];
  seconds: number;
  /** The most memory that the process and its workers had together at any time. */
  peakMemoryMb: number;
  /** Sizes on disk. Images in `site` are links to those in `cache` where the disk has links. */
  bytes: GalleryBytes;
  /** What of the album the site tells. */
  public: PublicSummary;
  /** On which of the common free hosts the site fits. */
  hosts: HostFit;
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
  run: {
    changes: AlbumChanges;
    embedding: EmbeddingReport;
    stopwatch: Stopwatch;
    model: EmbeddingUse;
    options: AkinOptions;
  },
): BuildReport {
  const { changes, embedding, stopwatch, model, options } = run;
  const { stages, seconds } = stopwatch;
  const failures = listFailures(gallery.database);
  const photos = countChanges(gallery.database, changes);
  const peak = Math.max(peakMemory(), gallery.workers.peakMemory);
  const peakMemoryMb = Math.round(peak / 2 ** 20);
  const photosStage = stages.find(({ name }) => name === "photos");
  const site = folderSize(gallery.paths.site);
  const { found } = photos;
  const meanBytes = meanFileSize(gallery.database);
  const figures = { ...embedding, ...model, photosStage, meanBytes, peakMemoryMb };
  return {
    photos,
    failures,
    failureRate: found === 0 ? 0 : Number((failures.length / found).toFixed(4)),
    embedding,
    stages,
    bytes: { ...galleryBytes(gallery.paths), site: site.bytes },
    public: summarisePublic(gallery.database, options, site),
    hosts: hostFit(site),
    seconds,
    peakMemoryMb,
    recommendations: recommend({ ...figures, found, failures }, thisMachine()),
  };
}

function meanFileSize(database: DatabaseSyncInstance): number {
  return Number(database.prepare("SELECT avg(file_size) AS mean FROM images").get()?.mean ?? 0);
}

function thisMachine() {
  return { cores: availableParallelism(), memoryMb: Math.round(totalmem() / 2 ** 20) };
}

/** Sizes on disk in bytes; 0 for what isn't there. */
export function galleryBytes(paths: Omit<GalleryPaths, "site">): Omit<GalleryBytes, "site"> {
  return {
    database: folderSize(paths.database).bytes,
    vectors: folderSize(paths.vectors).bytes,
    cache: folderSize(paths.cache).bytes,
  };
}
