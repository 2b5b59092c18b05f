import { findNeighbours, type Neighbour, type VectorSet } from "akin-gallery/similarity";

/** A gallery as the benchmark sees it: vectors, all distances, and labels where there are any. */
export interface EmbeddedGallery {
  /** Such as `mobilenet-v2, clothing`. */
  name: string;
  model: string;
  set: VectorSet;
  photos: number;
  /** What each photo shows; null where nobody has said. */
  labels: string[] | null;
  /** The half of each class that constants are tuned on. */
  tuning: boolean[];
  /** Cosine distances, photos x photos, row after row. */
  distances: Float64Array;
  /** The 24 nearest of each photo, as rows. */
  neighbours: Neighbour[][];
}

/** @param vectors one for each photo, of any length but zero */
export async function embeddedGallery(
  name: string,
  model: string,
  vectors: readonly Float32Array[],
  labelled: readonly { label: string; tuning: boolean }[] | null,
): Promise<EmbeddedGallery> {
  const photos = vectors.length;
  const dimensions = vectors[0]?.length ?? 0;
  const all = new Float32Array(photos * dimensions);
  for (const [row, vector] of vectors.entries()) {
    const norm = Math.hypot(...vector);
    all.set(
      vector.map((value) => value / norm),
      row * dimensions,
    );
  }
  const set = { ids: Float64Array.from(vectors.keys()), vectors: all, dimensions };
  const lists = await findNeighbours(set, 24);
  return {
    name,
    model,
    set,
    photos,
    labels: labelled?.map(({ label }) => label) ?? null,
    tuning: labelled?.map(({ tuning }) => tuning) ?? vectors.map(() => false),
    distances: distancesOf(set),
    neighbours: [...lists.values()],
  };
}

/** Some photos of a gallery as one of its own. */
export function partOf(gallery: EmbeddedGallery, rows: readonly number[]) {
  const vectors = rows.map((row) => vectorOf(gallery.set, row));
  const { labels } = gallery;
  const labelled = labels && rows.map((row) => ({ label: labels[row] ?? "", tuning: false }));
  return embeddedGallery(gallery.name, gallery.model, vectors, labelled);
}

export function vectorOf({ vectors, dimensions }: VectorSet, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

/** All pairs, each once, as rows. */
export function* pairsOf(photos: number): Generator<[a: number, b: number]> {
  for (let a = 0; a < photos; a++) for (let b = a + 1; b < photos; b++) yield [a, b];
}

export function distancesOf(set: VectorSet): Float64Array {
  const photos = set.ids.length;
  const distances = new Float64Array(photos * photos);
  for (const [a, b] of pairsOf(photos)) {
    const one = vectorOf(set, a);
    const other = vectorOf(set, b);
    let product = 0;
    for (let i = 0; i < set.dimensions; i++) product += (one[i] as number) * (other[i] as number);
    const distance = Math.max(0, 1 - product);
    distances[a * photos + b] = distance;
    distances[b * photos + a] = distance;
  }
  return distances;
}

/** The part of the photos shown that are of the class of the photo beside which they are shown: a mean over photos. */
export function precisionOf(
  { labels }: EmbeddedGallery,
  shown: readonly (readonly number[])[],
  asks: (photo: number) => boolean = () => true,
): number {
  const parts = shown.flatMap((five, photo) =>
    asks(photo)
      ? [five.filter((row) => labels?.[row] === labels?.[photo]).length / five.length]
      : [],
  );
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** The rows of a photo's five nearest by any measure of distance. */
export function fiveNearest(
  photos: number,
  distance: (a: number, b: number) => number,
): number[][] {
  return Array.from({ length: photos }, (_, photo) =>
    Array.from({ length: photos }, (_, row) => ({ row, far: distance(photo, row) }))
      .filter(({ row }) => row !== photo)
      .sort((a, b) => a.far - b.far || a.row - b.row)
      .slice(0, 5)
      .map(({ row }) => row),
  );
}
