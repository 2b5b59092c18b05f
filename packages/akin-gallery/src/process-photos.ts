import { availableParallelism } from "node:os";
import type { Effects, StageProgress } from "./effects.js";
import type { EmbedderInput } from "./embedding/embedder.js";
import type { PhotoEmbedder } from "./embedding/photo-embedder.js";
import { PhotoError } from "./photos/photo-error.js";
import type { FileState } from "./photos/read-unchanged.js";
import type { PhotoDescriber } from "./similarity/photo-describer.js";
import { forEachLimited } from "./site/for-each-limited.js";
import type { PhotoResizer } from "./site/photo-resizer.js";
import type { PhotoWorkers } from "./workers/photo-workers.js";

/** A photo of the album. */
export interface PhotoFile {
  id: number;
  /** Relative to the album. */
  path: string;
  /** Where to read it. */
  file: string;
  /** Two photos of the same hash are copies. */
  contentHash: string;
  /** What the file was when its hash was taken; not given where nobody knows. */
  seen?: FileState;
}

/** Who keeps what is made of photos: one of these, or several. */
export interface ProductKeepers {
  resizer?: PhotoResizer;
  embedder?: PhotoEmbedder;
  describer?: PhotoDescriber;
}

export interface ProcessEffects extends Effects {
  /** Called for a photo that can't be decoded or embedded. */
  onFailure(photo: PhotoFile, stage: "decode" | "embed", error: unknown): void;
}

/** The photos of one content, and what they lack. */
interface Content {
  copies: PhotoFile[];
  resize: boolean;
  embed: boolean;
  describe: boolean;
}

/**
 * Makes what photos lack: web sizes, placeholders, vectors, looks. Each content is decoded once, for all of them. Decoding
 * and encoding go on while the network runs, and wait for it when they are ahead.
 */
export async function processPhotos(
  photos: readonly PhotoFile[],
  products: ProductKeepers,
  workers: PhotoWorkers,
  effects: ProcessEffects,
): Promise<void> {
  const contents = contentsOf(photos, products).filter(
    ({ resize, embed, describe }) => resize || embed || describe,
  );
  const progress = effects.progress(stageName(contents), contents.length);
  const processing = new PhotoProcessing(products, workers, effects, progress);
  const { resizer, embedder, describer } = products;
  try {
    // With web sizes one more than there are cores, because each waits for its files now and then; without, decoding
    // would take the core that the network waits for.
    const atOnce = availableParallelism() + (resizer ? 1 : 0);
    await forEachLimited(untilAborted(contents, effects.signal), atOnce, (one) =>
      processing.process(one),
    );
    const used = photos.filter(({ id }) => !processing.failed.has(id));
    await embedder?.finish(used);
    describer?.finish(used);
  } catch (error) {
    await embedder?.abandon();
    throw error;
  } finally {
    resizer?.flush();
    describer?.flush();
  }
  progress.finish();
}

class PhotoProcessing {
  /** Ids of the photos that could not be used. */
  readonly failed = new Set<number>();
  private done = 0;

  constructor(
    private readonly products: ProductKeepers,
    private readonly workers: PhotoWorkers,
    private readonly effects: ProcessEffects,
    private readonly progress: StageProgress,
  ) {}

  async process(content: Content): Promise<void> {
    for (const photo of content.copies) {
      const made = await this.make(photo, content);
      // Perhaps only this file is gone: the next copy is tried.
      if (!made) continue;
      const finish = (error?: unknown) => this.finish(content, error);
      if (made.input) await this.products.embedder?.add(photo, made.input, finish);
      else finish();
      return;
    }
    this.finish(content);
  }

  /** Makes the images, the description, and the network's input; undefined if the photo can't be decoded. */
  private async make(
    photo: PhotoFile,
    { copies, resize, embed, describe }: Content,
  ): Promise<{ input: EmbedderInput | null } | undefined> {
    const { resizer, embedder, describer } = this.products;
    try {
      const { placeholder, description, input } = await this.workers.make({
        file: photo.file,
        seen: photo.seen,
        images: (resize && resizer?.imagesOf(photo)) || null,
        describe,
        input: (embed && embedder?.preparation) || null,
      });
      if (placeholder) resizer?.store(copies, placeholder);
      if (description) describer?.store(copies, description);
      return { input };
    } catch (error) {
      // All else, such as a full disk, is not the photo's fault.
      if (!(error instanceof PhotoError)) throw error;
      this.fail(photo, "decode", error);
      return undefined;
    }
  }

  private finish({ copies }: Content, error?: unknown): void {
    if (error !== undefined) {
      for (const photo of copies) {
        if (!this.failed.has(photo.id)) this.fail(photo, "embed", error);
      }
    }
    this.progress.update(++this.done);
  }

  private fail(photo: PhotoFile, stage: "decode" | "embed", error: unknown): void {
    this.failed.add(photo.id);
    this.effects.onFailure(photo, stage, error);
  }
}

function contentsOf(photos: readonly PhotoFile[], products: ProductKeepers): Content[] {
  const { resizer, embedder, describer } = products;
  const contents = new Map<string, Content>();
  for (const photo of photos) {
    let content = contents.get(photo.contentHash);
    if (!content) {
      content = { copies: [], resize: false, embed: false, describe: false };
      contents.set(photo.contentHash, content);
    }
    content.copies.push(photo);
    content.resize ||= resizer?.lacks(photo) ?? false;
    content.embed ||= embedder?.lacks(photo) ?? false;
    content.describe ||= describer?.lacks(photo) ?? false;
  }
  return [...contents.values()];
}

function stageName(contents: readonly Content[]): string {
  const embeds = contents.some(({ embed }) => embed);
  const resizes = contents.some(({ resize }) => resize);
  if (embeds && resizes) return "Embedding and resizing";
  if (embeds) return "Embedding";
  return resizes ? "Resizing" : "Describing";
}

function* untilAborted<T>(items: readonly T[], signal: AbortSignal): Generator<T> {
  for (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}
