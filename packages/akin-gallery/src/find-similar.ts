import { existsSync } from "node:fs";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { buildInfo } from "./database/build-info.js";
import { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import { type Embedder, openEmbedder } from "./embedding/index.js";
import { openForReading } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { photoIdOf } from "./photo-id-of.js";
import { nearestToVector } from "./similarity/nearest-to-vector.js";
import type { Neighbour, VectorSet } from "./similarity/neighbour-lists.js";

/** The photos most like one photo. */
export interface SimilarPhotos {
  /** As it was asked for. */
  photo: string;
  model: string;
  /** Nearest first. */
  similar: {
    path: string;
    /** Cosine distance, 0 to 2. */
    distance: number;
    /** 0 to 100, and its word; null until galleries are calibrated. */
    score: number | null;
    word: string | null;
  }[];
}

/**
 * The photos most like each of `photos`: paths within the album, or image files from elsewhere, which are embedded
 * with the gallery's model.
 *
 * @param count how many of each
 * @throws AkinError `NOT_FOUND` if a photo is neither, `UNFINISHED` if the gallery's databases don't belong together
 */
export async function findSimilar(
  photos: readonly string[],
  count: number,
  options: AkinOptions,
  effects: Effects,
): Promise<SimilarPhotos[]> {
  const { paths, database } = openForReading(options.out);
  try {
    const store = VectorStore.open(paths.vectors, { readOnly: true });
    try {
      const id = buildInfo(database, "build_id");
      if (id === undefined || store.config("build_id") !== id) {
        throw new AkinError(
          "UNFINISHED",
          `the gallery in ${paths.root} is not finished; run akin build`,
        );
      }
      const finder = new SimilarFinder(database, store, options, effects);
      try {
        const results: SimilarPhotos[] = [];
        for (const photo of photos) results.push(await finder.find(photo, count));
        return results;
      } finally {
        await finder.close();
      }
    } finally {
      store.close();
    }
  } finally {
    database.close();
  }
}

class SimilarFinder {
  private vectors: VectorSet | undefined;
  private embedder: Embedder | undefined;

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly store: VectorStore,
    private readonly options: AkinOptions,
    private readonly effects: Effects,
  ) {}

  async find(photo: string, count: number): Promise<SimilarPhotos> {
    const id = photoIdOf(this.database, photo);
    const neighbours = id === undefined ? await this.ofFile(photo, count) : this.ofAlbum(id, count);
    const pathOf = this.database.prepare("SELECT path FROM images WHERE id = ?");
    const similar = neighbours.map(({ id, distance }) => ({
      path: String(pathOf.get(id)?.path),
      distance,
      score: null,
      word: null,
    }));
    return { photo, model: this.store.model.name, similar };
  }

  async close(): Promise<void> {
    await this.embedder?.close();
  }

  private ofAlbum(id: number, count: number): Neighbour[] {
    const rows = this.database
      .prepare(
        "SELECT neighbour_id AS id, distance FROM neighbours WHERE image_id = ? ORDER BY rank LIMIT ?",
      )
      .all(id, count);
    const vector = rows.length < count ? this.store.vectorOf(id) : undefined;
    if (!vector) return rows.map((row) => ({ id: Number(row.id), distance: Number(row.distance) }));
    return this.nearest(vector, count + 1)
      .filter((neighbour) => neighbour.id !== id)
      .slice(0, count);
  }

  private async ofFile(file: string, count: number): Promise<Neighbour[]> {
    if (!existsSync(file)) {
      throw new AkinError(
        "NOT_FOUND",
        `${file} is neither a photo of the album nor a file; check the path`,
      );
    }
    this.embedder ??= await this.openModel();
    const input = await this.embedder.prepare(file);
    const [vector] = await this.embedder.embed([input]);
    return vector ? this.nearest(vector, count) : [];
  }

  private nearest(vector: Float32Array, count: number): Neighbour[] {
    this.vectors ??= this.store.readAll();
    return nearestToVector(this.vectors, vector, count);
  }

  private async openModel(): Promise<Embedder> {
    const dtype = this.store.config("dtype");
    const embedder = await openEmbedder(
      {
        model: this.store.config("model_source") ?? this.store.model.name,
        enhance: this.store.config("preprocessing_enabled") === "true",
        smartCrop: this.store.config("smart_crop") === "true",
        offline: this.options.offline,
        ...(dtype && { dtype }),
      },
      this.effects,
    );
    if (embedder.model.fingerprint === this.store.model.fingerprint) return embedder;
    await embedder.close();
    throw new AkinError(
      "BAD_MODEL",
      `${embedder.model.name} is no longer the model this gallery was made with; run akin embed first`,
    );
  }
}
