import type { Embedder, EmbedderInput } from "akin-gallery/embedding";
import type { LabelledPhoto } from "./labelled-photos.js";
import { median } from "./median.js";

/** Vectors of an album, and what they took. */
export interface EmbeddedPhotos {
  vectors: Float32Array[];
  inputs: EmbedderInput[];
  /** Medians of milliseconds a photo. */
  prepareMs: number;
  embedMs: number;
}

/**
 * Embeds photos in batches as the embedder likes them.
 *
 * @param change makes another picture of a photo first, given its path
 */
export async function embedPhotos(
  embedder: Embedder,
  photos: readonly LabelledPhoto[],
  change?: (path: string) => Promise<Uint8Array>,
): Promise<EmbeddedPhotos> {
  const vectors: Float32Array[] = [];
  const inputs: EmbedderInput[] = [];
  const prepareTimes: number[] = [];
  const embedTimes: number[] = [];
  for (let i = 0; i < photos.length; i += embedder.batchSize) {
    const batch = photos.slice(i, i + embedder.batchSize);
    const start = performance.now();
    const prepared = await Promise.all(
      batch.map(async ({ path }) => embedder.prepare(change ? await change(path) : path)),
    );
    const decoded = performance.now();
    vectors.push(...(await embedder.embed(prepared)));
    prepareTimes.push((decoded - start) / batch.length);
    embedTimes.push((performance.now() - decoded) / batch.length);
    inputs.push(...prepared);
  }
  return { vectors, inputs, prepareMs: median(prepareTimes), embedMs: median(embedTimes) };
}
