import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { DatabaseSync } from "@photostructure/sqlite";
import {
  CARD_INDEX_FANOUT,
  type Card,
  type CardShard,
  cardShard,
  type GridBlock,
  imagePath,
  type Manifest,
  type PublishedFile,
} from "../../src/format/index.js";
import { FIXTURE_PHOTOS, fixtureCard, PICTURE } from "./fixture-photos.js";

type Db = InstanceType<typeof DatabaseSync>;

export interface FixtureOptions {
  buildId?: string;
  /** The build id in the vectors' database. Default: the manifest's. */
  vectorsBuildId?: string;
  format?: number;
}

const BITS = 2;

/** Writes a small site in the published layout to a folder, and gives its manifest. */
export function writeFixtureSite(folder: string, options: FixtureOptions = {}): Manifest {
  const { buildId = "build-a", vectorsBuildId = buildId, format = 1 } = options;
  const cards = FIXTURE_PHOTOS.map(fixtureCard);
  const block = writeHashed(join(folder, "data/grid"), JSON.stringify(gridBlock(cards)));
  const manifest: Manifest = {
    format,
    buildId,
    title: "Fixture",
    photos: cards.length,
    model: { name: "builtin", dimensions: 8 },
    imageSizes: [320, 640, 1280],
    timeline: [
      { month: "2024-05", photos: cards.length, blocks: [{ name: block, photos: cards.length }] },
    ],
    cards: { bits: BITS, index: writeCards(join(folder, "data/cards"), cards) },
    databases: {
      main: writeDatabase(join(folder, "data/database"), (db) => fillMain(db, cards, buildId)),
      vectors: writeDatabase(join(folder, "data/vectors"), (db) => fillVectors(db, vectorsBuildId)),
    },
  };
  write(join(folder, "data/manifest.json"), JSON.stringify(manifest));
  for (const { image } of cards) {
    for (const size of manifest.imageSizes) write(join(folder, imagePath(image, size)), PICTURE);
  }
  return manifest;
}

function gridBlock(cards: Card[]): GridBlock {
  return {
    ids: cards.map(({ id }) => id),
    widths: cards.map(({ width }) => width),
    heights: cards.map(({ height }) => height),
    takenAt: cards.map(({ takenAt }) => takenAt),
    placeholders: cards.map(({ placeholder }) => placeholder),
    images: cards.map(({ image }) => image),
    labels: cards.map(({ title, filename }) => title ?? filename),
  };
}

function writeCards(folder: string, cards: Card[]): string[] {
  const shards: CardShard[] = Array.from({ length: 2 ** BITS }, () => ({}));
  for (const card of cards) {
    const shard = shards[cardShard(card.id, BITS)];
    if (shard !== undefined) shard[card.id] = card;
  }
  const names = shards.map((shard) => writeHashed(folder, JSON.stringify(shard)));
  if (names.length > CARD_INDEX_FANOUT) throw new Error("The fixture has one index file only.");
  return [writeHashed(folder, JSON.stringify(names))];
}

function fillMain(db: Db, cards: Card[], buildId: string): void {
  db.exec(`CREATE TABLE images(id INTEGER PRIMARY KEY, path TEXT UNIQUE, filename, title, description, tags, exif,
      geocode, width, height, taken_at, latitude, longitude, file_size, image, placeholder);
    CREATE VIRTUAL TABLE images_fts USING fts5(filename, folder, tags, title, description, place, camera);
    CREATE TABLE neighbours(image_id, rank, neighbour_id, distance, PRIMARY KEY(image_id, rank)) WITHOUT ROWID;
    CREATE TABLE build_info(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;`);
  const insert = db.prepare(
    `INSERT INTO images(id, path, filename, tags, exif, geocode, width, height, placeholder)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const index = db.prepare("INSERT INTO images_fts(rowid, filename, tags) VALUES (?, ?, ?)");
  for (const { id, path, filename, tags, exif, width, height } of cards) {
    const geocode = path.startsWith("sea/") ? '{"city":"Lisbon"}' : null;
    const placeholder = new Uint8Array([1, 2, 255]);
    const row = [JSON.stringify(tags), JSON.stringify(exif), geocode, width, height, placeholder];
    insert.run(id, path, filename, ...row);
    index.run(id, filename, tags.join(" "));
  }
  const info = db.prepare("INSERT INTO build_info VALUES (?, ?)");
  info.run("build_id", buildId);
  info.run("format", "1");
}

function fillVectors(db: Db, buildId: string): void {
  db.exec(`CREATE TABLE image_vectors(rowid INTEGER PRIMARY KEY, embedding BLOB);
    CREATE TABLE vector_metadata(rowid INTEGER PRIMARY KEY, image_path TEXT UNIQUE, model_name, embedding_dim);
    CREATE TABLE vector_config(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;`);
  for (const { id, path, vector } of FIXTURE_PHOTOS) {
    const embedding = new Uint8Array(Int8Array.from(vector).buffer);
    db.prepare("INSERT INTO image_vectors VALUES (?, ?)").run(id, embedding);
    db.prepare("INSERT INTO vector_metadata VALUES (?, ?, 'builtin', 8)").run(id, path);
  }
  db.prepare("INSERT INTO vector_config VALUES ('build_id', ?)").run(buildId);
}

/** Two parts, so that joining them is tried too. */
function writeDatabase(folder: string, fill: (db: Db) => void): PublishedFile {
  const file = join(folder, "fixture.db");
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(file);
  fill(db);
  db.close();
  const bytes = readFileSync(file);
  rmSync(file);
  const half = Math.floor(bytes.length / 2);
  const parts = [bytes.subarray(0, half), bytes.subarray(half)];
  return {
    parts: parts.map((part) => writeHashed(folder, part)),
    bytes: bytes.length,
    transferBytes: parts.reduce((sum, part) => sum + gzipSync(part).length, 0),
  };
}

function writeHashed(folder: string, content: string | Uint8Array): string {
  const bytes = gzipSync(content);
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 20);
  write(join(folder, name), bytes);
  return name;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
