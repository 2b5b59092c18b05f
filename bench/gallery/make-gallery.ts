import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findNeighbours } from "akin-gallery/similarity";
import { fillDatabase } from "./fill-database.js";
import { DIMENSIONS, FittedMixture } from "./fitted-mixture.js";
import { type GeneratedPhoto, generatedPhoto } from "./photo-rows.js";
import {
  NEIGHBOURS,
  type StoredNeighbours,
  type SubjectPhoto,
  subjectNeighbours,
} from "./subject-neighbours.js";
import type { WriteReport } from "./write-data-process.js";

/** Photos that come on top of an album's own. */
export interface AddedPhotos {
  count: number;
  /** `newest`: after all others; `random`: anywhere in the album's years. */
  dates: "newest" | "random";
}

export interface GalleryOptions {
  /** Where the fixture of embeddings is looked for. */
  shared: string;
  added?: AddedPhotos;
  print?(line: string): void;
}

/** A gallery without image files: `site/data` only. */
export interface MadeGallery extends WriteReport {
  /** The site's folder. */
  site: string;
  photos: number;
  /** Whether neighbours were looked for in the whole album; else among photos of the same subject. */
  exactNeighbours: boolean;
}

/** Neighbours by look of each photo: a card shows five. */
const LOOK_NEIGHBOURS = 8;

/** Most photos whose neighbours are looked for in the whole album: half a minute. */
const MOST_EXACT = 50_000;

/**
 * Makes a gallery of made-up photos, unless `folder` has the same one already. A million photos take a quarter of an
 * hour and 4 GB.
 *
 * @param folder for galleries of any size; each gets its own in it
 */
export async function makeGallery(
  folder: string,
  photos: number,
  { shared, added, print }: GalleryOptions,
): Promise<MadeGallery> {
  const name = added ? `${photos}-${added.count}-${added.dates}` : String(photos);
  const own = join(folder, name);
  const record = join(own, "made.json");
  const key = fingerprint(shared);
  if (existsSync(record)) {
    const made = JSON.parse(readFileSync(record, "utf8"));
    if (made.key === key) return made.gallery;
  }
  print?.(`Making a gallery of ${name} photos …`);
  // Under a name of its own meanwhile: another process may be making the same gallery.
  const draft = `${own}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const exactNeighbours = photos <= MOST_EXACT;
    const database = join(draft, "database.db");
    await makeDatabase(database, photos, added, shared, exactNeighbours);
    const job = { database, site: join(draft, "site"), cache: join(draft, "cache"), shared };
    const report = await writeSite(job);
    rmSync(database);
    const site = join(own, "site");
    const gallery = { ...report, site, photos: photos + (added?.count ?? 0), exactNeighbours };
    writeFileSync(join(draft, "made.json"), JSON.stringify({ key, gallery }));
    rmSync(own, { recursive: true, force: true });
    renameSync(draft, own);
    return gallery;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Writes the site in a process of its own, so that its memory can be measured. */
async function writeSite(job: Record<string, string>): Promise<WriteReport> {
  const program = fileURLToPath(new URL("write-data-process.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(job)]);
  return JSON.parse(stdout);
}

async function makeDatabase(
  file: string,
  photos: number,
  added: AddedPhotos | undefined,
  shared: string,
  exact: boolean,
): Promise<void> {
  const { mixture } = FittedMixture.load(shared);
  const subjects: SubjectPhoto[] = [];
  const looks: SubjectPhoto[] = [];
  const remembered = function* () {
    for (const photo of albumPhotos(photos, added)) {
      const [id, { number, subject, look }] = [Number(photo.row.id), photo];
      subjects.push({ id, number, subject });
      // Other vectors than those of the subjects.
      looks.push({ id, number, subject: look + 2 ** 24 });
      yield photo;
    }
  };
  // Both are taken one after the other, so that the subjects are known when the neighbours are asked for.
  await fillDatabase(
    file,
    remembered(),
    () => (exact ? exactNeighbours(subjects, mixture) : subjectNeighbours(subjects, mixture)),
    () => subjectNeighbours(looks, mixture, LOOK_NEIGHBOURS),
  );
}

function* albumPhotos(photos: number, added: AddedPhotos | undefined): Generator<GeneratedPhoto> {
  for (let number = 0; number < photos; number++) yield generatedPhoto(number, photos);
  // A new occasion.
  const first = Math.ceil(photos / 60) * 60;
  for (let index = 0; index < (added?.count ?? 0); index++) {
    const at = added?.dates === "random" ? (0.37 + index * 0.618034) % 1 : undefined;
    yield generatedPhoto(first + index, photos, at);
  }
}

async function exactNeighbours(
  photos: readonly SubjectPhoto[],
  mixture: FittedMixture,
): Promise<StoredNeighbours[]> {
  const sorted = photos.toSorted((a, b) => a.id - b.id);
  const vectors = new Float32Array(sorted.length * DIMENSIONS);
  for (const [row, { subject, number }] of sorted.entries()) {
    vectors.set(mixture.draw(subject, number), row * DIMENSIONS);
  }
  const ids = Float64Array.from(sorted, ({ id }) => id);
  const lists = await findNeighbours({ ids, vectors, dimensions: DIMENSIONS }, NEIGHBOURS);
  return Array.from(lists, ([id, list]) => ({
    id,
    nearest: list.map((near): [number, number] => [near.id, near.distance]),
  }));
}

/** Changes with the generator and with the writer. */
function fingerprint(shared: string): string {
  const writer = dirname(createRequire(import.meta.url).resolve("akin-gallery/site"));
  const hash = createHash("sha256").update(String(existsSync(join(shared, "fixtures"))));
  for (const folder of [dirname(fileURLToPath(import.meta.url)), writer]) {
    const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    for (const script of scripts.sort()) hash.update(readFileSync(join(folder, script)));
  }
  return hash.digest("hex");
}
