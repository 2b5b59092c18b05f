import type { KnownExample } from "./messages.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { positionsOfPhotos } from "./photo-rows.js";

/** What photos are compared with. */
export interface ExampleVector {
  /** Of the photo that it is; null for a vector from elsewhere. */
  position: number | null;
  /** Of length D; all zeros for a photo that has none. */
  vector: Int8Array | Float32Array;
}

/** The vectors of what photos should be like, in that order. @throws GalleryError `NOT_FOUND` */
export async function exampleVectors(
  gallery: OpenedGallery,
  examples: readonly KnownExample[],
  signal: AbortSignal,
): Promise<ExampleVector[]> {
  const photos = examples.flatMap((example) => (isVector(example) ? [] : [example]));
  const positions = await positionsOfPhotos(gallery, photos, signal);
  const rows = positions.map((position) => position - 1);
  const found = (await gallery.vectors?.rows(rows, signal)) ?? [];
  const ofPhotos = found.map((vector, at) => ({ position: positions[at] ?? null, vector }));
  let next = 0;
  return examples.flatMap((example) =>
    isVector(example) ? { position: null, vector: example } : (ofPhotos[next++] ?? []),
  );
}

function isVector(example: KnownExample): example is Float32Array {
  return example instanceof Float32Array;
}
