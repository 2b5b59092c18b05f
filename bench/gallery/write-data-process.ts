import { mkdirSync, rmSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { DEFAULT_OPTIONS } from "akin-gallery";
import { computeMap } from "akin-gallery/similarity";
import {
  type PhotoVector,
  presentationOf,
  readPublicPhotos,
  SiteFolder,
  USUAL_FIELDS,
  writeData,
} from "akin-gallery/site";
import { DIMENSIONS, FittedMixture } from "./fitted-mixture.js";

/** What writing `site/data` took. */
export interface WriteReport {
  files: number;
  bytes: number;
  largestFileBytes: number;
  /** Without drawing the embeddings, which a gallery has in vectors.db. */
  seconds: number;
  peakMemoryMb: number;
}

interface WriteJob {
  /** A database.db of `fillDatabase`. */
  database: string;
  site: string;
  cache: string;
  shared: string;
}

/** Photos whose embeddings are drawn between two looks into the database. */
const AT_ONCE = 1000;

/** Writes `site/data` of a made-up gallery, and reports about it on standard output. */
async function main({ database: file, site: root, cache, shared }: WriteJob): Promise<void> {
  const { mixture } = FittedMixture.load(shared);
  const database = new DatabaseSync(file, { readOnly: true });
  const drawing = { seconds: 0 };
  const started = performance.now();
  const site = new SiteFolder(root);
  const photos = readPublicPhotos(database);
  mkdirSync(cache, { recursive: true });
  const manifest = await writeData(
    site,
    photos,
    {
      database,
      vectors: { [Symbol.iterator]: () => drawVectors(database, mixture, drawing) },
      model: { name: "made-up", dimensions: DIMENSIONS },
      buildId: "0123456789abcdef0123456789abcdef",
      title: "Made up",
      presentation: presentationOf(DEFAULT_OPTIONS),
      originals: "none",
      fields: USUAL_FIELDS,
      cache,
      words: [],
      towers: { text: null, vision: null, fingerprint: "" },
      mapPlaces: async () => {
        const rows = database.prepare("SELECT id FROM images ORDER BY id").all();
        const ids = Float64Array.from(rows, ({ id }) => Number(id));
        return computeMap(database, ids, () => drawVectors(database, mixture, drawing));
      },
    },
    new AbortController().signal,
  );
  await site.put("data/manifest.json", JSON.stringify(manifest));
  const report: WriteReport = {
    files: site.files.size,
    bytes: site.bytes,
    largestFileBytes: [...site.files.values()].reduce((a, b) => Math.max(a, b), 0),
    seconds: (performance.now() - started) / 1000 - drawing.seconds,
    peakMemoryMb: process.resourceUsage().maxRSS / 1024,
  };
  database.close();
  rmSync(cache, { recursive: true });
  console.log(JSON.stringify(report));
}

function* drawVectors(
  database: DatabaseSyncInstance,
  mixture: FittedMixture,
  drawing: { seconds: number },
): Generator<PhotoVector> {
  const next = database.prepare(
    `SELECT id, subject, number FROM subjects WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
  );
  let last = 0;
  for (;;) {
    const started = performance.now();
    const drawn = next.all(last).map((row) => ({
      id: Number(row.id),
      vector: mixture.draw(Number(row.subject), Number(row.number)),
    }));
    drawing.seconds += (performance.now() - started) / 1000;
    if (drawn.length === 0) return;
    yield* drawn;
    last = drawn.at(-1)?.id ?? 0;
  }
}

await main(JSON.parse(process.argv[2] ?? "{}"));
