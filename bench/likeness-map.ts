import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Neighbour } from "akin-gallery/similarity";
import { type Benchmark, type BenchmarkContext, type Figure, figure } from "./benchmark.js";
import { DIMENSIONS, FittedMixture } from "./gallery/fitted-mixture.js";
import { makeGallery } from "./gallery/make-gallery.js";
import { generatedPhoto } from "./gallery/photo-rows.js";
import { subjectNeighbours } from "./gallery/subject-neighbours.js";
import { launchBrowser } from "./launch-browser.js";
import { firstComponents } from "./likeness-map/first-components.js";
import { keptNeighbours } from "./likeness-map/kept-neighbours.js";
import { mapOf } from "./likeness-map/map-of.js";
import { measureFrames } from "./likeness-map/measure-frames.js";
import { embedGalleries } from "./similarity.js";
import { SlowLink } from "./visit/slow-link.js";
import { startHost } from "./visit/static-host.js";

/** Seconds that a layout may take, on one core. */
const MOST_SECONDS: Record<number, number> = { 10000: 4, 100000: 60 };

/** The map by likeness: what it keeps of the neighbours, what it costs to make, and how smoothly the page moves it. */
export const likenessMap: Benchmark = {
  name: "likeness-map",
  describe: "the map by likeness: neighbours kept, seconds to make it, frames in Chromium",
  async run(context) {
    const { values } = parseArgs({
      args: [...context.args],
      options: { sizes: { type: "string", default: "10000,100000" } },
    });
    const sizes = values.sizes.split(",").map(Number);
    const figures = [
      ...(await qualityFigures(context)),
      ...sizes.map((size) => costFigure(context, size)),
      ...(await frameFigures(context, sizes)),
    ];
    return { figures, tables: [] };
  },
};

async function qualityFigures(context: BenchmarkContext): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, set, neighbours } of await embedGalleries(context)) {
    const nearest = (row: number) => neighbours[row]?.map(({ id }) => id) ?? [];
    const { x, y } = mapOf(set, neighbours.entries()).places;
    const flat = firstComponents(set);
    const value = keptNeighbours(flat.x, flat.y, nearest);
    figures.push(
      figure(`${name}: 10 nearest among 30 on the map`, keptNeighbours(x, y, nearest), "", {
        atLeast: Math.floor(value * 100) / 100,
        peer: { name: "principal components", value },
      }),
    );
  }
  return figures;
}

function costFigure({ shared, print }: BenchmarkContext, size: number): Figure {
  print(`${size} photos: the layout …`);
  const { mixture } = FittedMixture.load(shared);
  const photos = Array.from({ length: size }, (_, number) => {
    const { subject } = generatedPhoto(number, size);
    return { id: number + 1, number, subject };
  });
  const vectors = new Float32Array(size * DIMENSIONS);
  for (const { number, subject } of photos) {
    vectors.set(mixture.draw(subject, number), number * DIMENSIONS);
  }
  const lists = function* (): Generator<[number, Neighbour[]]> {
    for (const { id, nearest } of subjectNeighbours(photos, mixture)) {
      yield [id, nearest.map(([other, distance]) => ({ id: other, distance }))];
    }
  };
  const ids = Float64Array.from(photos, ({ id }) => id);
  const { seconds } = mapOf({ ids, vectors, dimensions: DIMENSIONS }, lists());
  return figure(`to lay out ${size} photos`, seconds, "s", {
    atMost: MOST_SECONDS[size] ?? Infinity,
  });
}

async function frameFigures(
  { repository, shared, print }: BenchmarkContext,
  sizes: readonly number[],
): Promise<Figure[]> {
  const galleries = join(tmpdir(), "akin-bench-galleries");
  const work = mkdtempSync(join(tmpdir(), "akin-bench-map-"));
  const browser = await launchBrowser(repository);
  const figures: Figure[] = [];
  try {
    cpSync(join(repository, "packages", "akin-gallery", "app"), work, { recursive: true });
    for (const size of sizes) {
      const { site } = await makeGallery(galleries, size, { shared, print });
      print(`${size} photos: the page …`);
      const link = new SlowLink(1000, 0);
      link.throttled = false;
      const host = await startHost([work, site], link);
      try {
        const frames = await measureFrames(browser, host.url);
        figures.push(
          figure(`${size} photos: 99 of 100 frames within`, frames.p99, "ms", { atMost: 50 }),
          figure(`${size} photos: the median frame`, frames.median, "ms"),
          figure(`${size} photos: map and list are there after`, frames.ready, "ms"),
          figure(`${size} photos: the page's heap`, frames.heapMb, "MB", { atMost: 300 }),
        );
      } finally {
        host.close();
      }
    }
    return figures;
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}
