import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type Benchmark,
  type BenchmarkContext,
  type Figure,
  figure,
  type Table,
} from "./benchmark.js";
import { type ChangedBytes, changedBytes, DATA_FOLDERS } from "./gallery/changed-bytes.js";
import { DIMENSIONS, FittedMixture, readVectors } from "./gallery/fitted-mixture.js";
import { type AddedPhotos, type MadeGallery, makeGallery } from "./gallery/make-gallery.js";
import { generatedPhoto } from "./gallery/photo-rows.js";
import { measureRecall, type Recall } from "./gallery/shortlist-recall.js";

/** The album that photos are added to. */
const ALBUM = 10_000;
const ADDED = 10;
const MIXTURE = 100_000;
const QUERIES = 100;
const MB = 1_000_000;

/** What galleries of made-up photos cost: their `site/data`, ten photos more, and what a shortlist by signs loses. */
export const gallery: Benchmark = {
  name: "gallery",
  describe:
    "site/data of up to a million photos: size, time, memory; ten photos added; recall of signs",
  async run(context) {
    const { values } = parseArgs({
      args: [...context.args],
      options: { photos: { type: "string", default: "10000,100000,1000000" } },
    });
    const sizes = values.photos.split(",").map(Number);
    const made: MadeGallery[] = [];
    for (const photos of sizes) made.push(await make(context, photos));
    const changes = await measureChanges(context);
    const recall = measureRecalls(context);
    return {
      figures: [...made.flatMap(sizeFigures), ...changes.figures, ...recall],
      tables: [changes.table],
    };
  },
};

/** Galleries stay in the system's temporary folder until the generator or the writer changes. */
function make({ shared, print }: BenchmarkContext, photos: number, added?: AddedPhotos) {
  const folder = join(tmpdir(), "akin-bench-galleries");
  return makeGallery(folder, photos, { shared, print, ...(added && { added }) });
}

function sizeFigures(made: MadeGallery): Figure[] {
  const { photos, files, bytes, largestFileBytes, seconds, peakMemoryMb } = made;
  return [
    figure(`${photos} photos: site/data a photo`, bytes / photos, "bytes"),
    figure(`${photos} photos: files`, files, ""),
    figure(`${photos} photos: largest file`, largestFileBytes / MB, "MB", { atMost: 20 }),
    figure(`${photos} photos: writing all of it`, seconds, "s"),
    figure(`${photos} photos: peak memory`, peakMemoryMb, "MB"),
  ];
}

async function measureChanges(
  context: BenchmarkContext,
): Promise<{ figures: Figure[]; table: Table }> {
  const before = await make(context, ALBUM);
  const change = async (count: number, dates: AddedPhotos["dates"]) => {
    const after = await make(context, ALBUM, { count, dates });
    return changedBytes(before.site, after.site);
  };
  const newest = await change(ADDED, "newest");
  const random = await change(ADDED, "random");
  const again = await change(0, "newest");
  const row = (what: string, { folders, manifest, total, files }: ChangedBytes) => [
    what,
    ...DATA_FOLDERS.map((folder) => folders[folder]),
    manifest,
    total,
    files,
  ];
  return {
    figures: [
      ...changeFigures(`${ADDED} newest photos added to ${ALBUM}`, newest),
      ...changeFigures(`${ADDED} of random dates added to ${ALBUM}`, random),
      figure("the same photos again", again.total / MB, "MB", { atMost: 0 }),
    ],
    table: {
      title: `Bytes of site/data that change, of ${before.bytes}`,
      columns: ["change", ...DATA_FOLDERS, "manifest", "all", "files"],
      rows: [
        row(`${ADDED} newest photos`, newest),
        row(`${ADDED} of random dates`, random),
        row("none", again),
      ],
    },
  };
}

/** The map is laid out anew with each photo. */
function changeFigures(what: string, { total, folders }: ChangedBytes): Figure[] {
  return [
    figure(`${what}, but for the map`, (total - folders.map) / MB, "MB", { atMost: 2 }),
    figure(`${what}, with the map`, total / MB, "MB"),
  ];
}

function measureRecalls({ shared, print }: BenchmarkContext): Figure[] {
  const file = join(shared, "fixtures", "mobileclip2-vectors-1454x512.f32");
  if (!existsSync(file)) {
    print(`Left out: recall (${file} is not there).`);
    return [];
  }
  const real = readVectors(file);
  const rows = Array.from({ length: real.length / DIMENSIONS }, (_, row) => row);
  const spread = Array.from({ length: QUERIES }, (_, i) => Math.floor((i * MIXTURE) / QUERIES));
  return [
    ...recallFigures("1,454 real", measureRecall(real, rows), { int8AtLeast: 0.99 }),
    ...recallFigures("100,000 drawn", measureRecall(drawMixture(shared), spread), {}),
  ];
}

function drawMixture(shared: string): Float32Array {
  const { mixture } = FittedMixture.load(shared);
  const vectors = new Float32Array(MIXTURE * DIMENSIONS);
  for (let number = 0; number < MIXTURE; number++) {
    const { subject } = generatedPhoto(number, MIXTURE);
    vectors.set(mixture.draw(subject, number), number * DIMENSIONS);
  }
  return vectors;
}

function recallFigures(
  what: string,
  { signs, centredSigns, int8 }: Recall,
  { int8AtLeast }: { int8AtLeast?: number },
): Figure[] {
  const asked = int8AtLeast === undefined ? {} : { atLeast: int8AtLeast };
  return [
    figure(`${what}: recall@10 of int8`, int8, "", asked),
    figure(`${what}: recall@10 of 100 by signs`, signs, "", {
      atLeast: 0.98,
      peer: { name: "mean subtracted", value: centredSigns },
    }),
  ];
}
