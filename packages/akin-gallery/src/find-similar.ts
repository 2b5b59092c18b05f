import { existsSync } from "node:fs";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { GroupKind, SimilarReason, SimilarWord } from "akin-browser/format";
import { AkinError } from "./akin-error.js";
import { iterateRows } from "./database/sqlite.js";
import type { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import type { Embedder } from "./embedding/index.js";
import { withFinishedGallery } from "./finished-gallery.js";
import { openStoredModel } from "./open-stored-model.js";
import type { AkinOptions } from "./options.js";
import { photoIdOf } from "./photo-id-of.js";
import { PhotoError } from "./photos/photo-error.js";
import { type Like, Likes, type PlacedPhoto } from "./similarity/likes/index.js";
import { nearestToVector } from "./similarity/nearest-to-vector.js";
import type { VectorSet } from "./similarity/neighbour-lists.js";
import { PhotoWorkers } from "./workers/photo-workers.js";

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
    /** 0 to 100, and its word: spec/similarity.md. */
    score: number | null;
    word: SimilarWord | null;
    /** What the two photos have in common. */
    reasons: SimilarReason[];
    /** The burst or duplicates that it stands for: their paths; null if it stands alone. */
    group: { kind: GroupKind; others: string[] } | null;
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
  return withFinishedGallery(options.out, async ({ database, store }) => {
    const finder = new SimilarFinder(database, store, options, effects);
    try {
      const results: SimilarPhotos[] = [];
      for (const photo of photos) results.push(await finder.find(photo, count));
      return results;
    } finally {
      await finder.close();
    }
  });
}

interface AlbumPhoto extends PlacedPhoto {
  id: number;
  path: string;
}

/** In order of ids. */
function albumPhotos(database: DatabaseSyncInstance): AlbumPhoto[] {
  const rows = iterateRows(database, "SELECT id, path, taken_at FROM images ORDER BY id");
  return Array.from(rows, ({ id, path, taken_at }, index) => ({
    id: Number(id),
    position: index + 1,
    path: String(path),
    takenAt: typeof taken_at === "string" ? taken_at : null,
  }));
}

function membersOf({ position, group }: Like): readonly number[] {
  return group?.members ?? [position];
}

class SimilarFinder {
  private readonly photos: AlbumPhoto[];
  private readonly likes: Likes;
  private vectors: VectorSet | undefined;
  private embedder: Embedder | undefined;
  private readonly workers = new PhotoWorkers();

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly store: VectorStore,
    private readonly options: AkinOptions,
    private readonly effects: Effects,
  ) {
    this.photos = albumPhotos(database);
    this.likes = new Likes(database, new Map(this.photos.map((photo) => [photo.id, photo])));
  }

  async find(photo: string, count: number): Promise<SimilarPhotos> {
    const id = photoIdOf(this.database, photo);
    const known = this.photos.find((candidate) => candidate.id === id);
    const likes = known ? this.ofAlbum(known, count) : await this.ofFile(photo, count);
    const similar = likes.map(({ position, distance, score, word, reasons, group }) => ({
      path: this.pathAt(position),
      distance,
      score,
      word,
      reasons,
      group: group
        ? {
            kind: group.kind,
            others: group.members
              .filter((member) => member !== position)
              .map((member) => this.pathAt(member)),
          }
        : null,
    }));
    return { photo, model: this.store.model.name, similar };
  }

  async close(): Promise<void> {
    this.workers.close();
    await this.embedder?.close();
  }

  private pathAt(position: number): string {
    return this.photos[position - 1]?.path ?? "";
  }

  /** As the gallery shows them; more than it stores by a search of all. */
  private ofAlbum({ id, position }: AlbumPhoto, count: number): Like[] {
    const stored = this.likes.similarTo(position, count);
    const vector = stored.length < count ? this.store.vectorOf(id) : undefined;
    if (!vector) return stored.slice(0, count);
    const shown = new Set([position, ...(this.likes.groupOf(position)?.members ?? [])]);
    for (const like of stored) for (const member of membersOf(like)) shown.add(member);
    const others = this.nearest(vector, this.photos.length).filter((like) => {
      if (shown.has(like.position)) return false;
      for (const member of membersOf(like)) shown.add(member);
      return true;
    });
    return [...stored, ...others].slice(0, count);
  }

  private async ofFile(file: string, count: number): Promise<Like[]> {
    if (!existsSync(file)) {
      throw new AkinError(
        "NOT_FOUND",
        `${file} is neither a photo of the album nor a file; check the path`,
      );
    }
    this.embedder ??= await openStoredModel(this.store, this.options, this.effects);
    const { preparation } = this.embedder;
    const wanted = { file, images: null, describe: false, input: preparation };
    const { input } = await this.workers.make(wanted).catch((error: unknown) => {
      if (!(error instanceof PhotoError)) throw error;
      throw new AkinError("FAILED", `${file}: ${error.message}`, { cause: error });
    });
    const [vector] = input ? await this.embedder.embed([input]) : [];
    return vector ? this.nearest(vector, count) : [];
  }

  private nearest(vector: Float32Array, count: number): Like[] {
    this.vectors ??= this.store.readAll();
    const positions = new Map(this.photos.map(({ id, position }) => [id, position]));
    return nearestToVector(this.vectors, vector, count).flatMap(({ id, distance }) => {
      const position = positions.get(id);
      return position === undefined ? [] : this.likes.atDistance(position, distance);
    });
  }
}
