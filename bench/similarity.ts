import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbedder } from "akin-gallery/embedding";
import { calibrate } from "akin-gallery/similarity";
import { type Benchmark, type BenchmarkContext, type Figure, figure } from "./benchmark.js";
import { embedPhotos } from "./embed-photos.js";
import { mixtureOfPhotos } from "./neighbours-vectors.js";
import { findAlbums, findModels } from "./quality.js";
import { quietEffects } from "./quiet-effects.js";
import {
  type EmbeddedGallery,
  embeddedGallery,
  fiveNearest,
  precisionOf,
} from "./similarity/embedded-gallery.js";
import { fitTable } from "./similarity/fit-table.js";
import { chosenDistance, hubnessTable, occurrenceSkewness } from "./similarity/hubness-table.js";
import { meanPairDistance, shownFive, varietyTable } from "./similarity/variety-table.js";
import { measureWords, smallGalleries, wordsTable } from "./similarity/words-table.js";

const LARGE = 100_000;

/** Whether scores and words mean what they say, for each model, and whether the five shown are the right ones. */
export const similarity: Benchmark = {
  name: "similarity",
  describe: "scores and words on labelled photos, hubs, the varied five",
  async run(context) {
    const galleries = await embedGalleries(context);
    const words = galleries.map((gallery) => [gallery.name, measureWords(gallery)] as const);
    const figures: Figure[] = [];
    for (const [i, gallery] of galleries.entries()) {
      const measured = words[i]?.[1];
      if (!gallery.labels || !measured) continue;
      const { name } = gallery;
      figures.push(...orderFigures(gallery));
      figures.push(
        figure(`${name}: same class shown, named`, measured.covered ?? 0, "", { atLeast: 0.8 }),
        figure(`${name}: very similar, of one class`, measured.verySimilarOfOneClass ?? 0, "", {
          atLeast: 0.8,
        }),
        figure(`${name}: two classes, named`, measured.unrelatedNamed ?? 1, "", { atMost: 0.1 }),
      );
    }
    context.print("Calibrating 100,000 photos …");
    figures.push(costFigure());
    const tables = [
      fitTable(galleries),
      hubnessTable(galleries),
      varietyTable(galleries),
      wordsTable(
        "Words and scores",
        words.map(([name, measured]) => [name, measured]),
      ),
      wordsTable("Words and scores of small galleries", await smallGalleries(galleries)),
    ];
    return { figures, tables };
  },
};

/** Against cosine alone: precision for the half not tuned on, skewness and variety for all. */
function orderFigures(gallery: EmbeddedGallery): Figure[] {
  const { name, photos, distances, tuning } = gallery;
  const cosine = fiveNearest(photos, (a, b) => distances[a * photos + b] ?? 0);
  const corrected = fiveNearest(photos, chosenDistance(gallery));
  const varied = shownFive(gallery);
  const precision = (five: number[][]) => precisionOf(gallery, five, (photo) => !tuning[photo]);
  const raw = Math.floor(precision(cosine) * 1000) / 1000;
  const peer = (value: number) => ({ name: "cosine", value });
  const ordered = precision(corrected);
  const lost = ordered - precision(varied);
  return [
    figure(`${name}: precision at 5, corrected order`, ordered, "", {
      atLeast: raw,
      peer: peer(raw),
    }),
    figure(`${name}: precision at 5, varied five`, precision(varied), "", {
      atLeast: raw,
      peer: peer(raw),
    }),
    figure(`${name}: what variety costs`, lost, "", { atMost: 0.01 }),
    figure(`${name}: between two of the five`, meanPairDistance(gallery, varied), "", {
      peer: { name: "corrected order", value: meanPairDistance(gallery, corrected) },
    }),
    figure(`${name}: skewness of the 5-occurrence`, occurrenceSkewness(corrected), "", {
      peer: peer(occurrenceSkewness(cosine)),
    }),
  ];
}

function costFigure(): Figure {
  const set = mixtureOfPhotos(LARGE, 512);
  const list = Array.from({ length: 24 }, (_, rank) => 0.3 + rank / 100);
  const started = performance.now();
  calibrate({ set, neighbourDistances: () => list, modelName: "clip" });
  const seconds = (performance.now() - started) / 1000;
  return figure(`to calibrate ${LARGE} x 512`, seconds, "s", { atMost: 2 });
}

/** The vectors of all albums and models at hand. */
export async function embedGalleries(context: BenchmarkContext): Promise<EmbeddedGallery[]> {
  const galleries: EmbeddedGallery[] = [];
  const albums = findAlbums(context);
  for (const [model, source] of findModels(context)) {
    const embedder = await openEmbedder({ model: source }, quietEffects(context));
    for (const { name, photos } of albums) {
      const { vectors } = await embedPhotos(embedder, photos);
      galleries.push(await embeddedGallery(`${model}, ${name}`, model, vectors, photos));
    }
    await embedder.close();
  }
  const file = join(context.shared, "fixtures", "mobileclip2-vectors-1454x512.f32");
  if (existsSync(file)) {
    const { buffer, byteOffset, byteLength } = readFileSync(file);
    const all = new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
    const vectors = Array.from({ length: all.length / 512 }, (_, row) =>
      all.subarray(row * 512, (row + 1) * 512),
    );
    galleries.push(await embeddedGallery("MobileCLIP2", "clip", vectors, null));
  } else context.print(`Skipped: the vectors in ${file} are not there.`);
  return galleries;
}
