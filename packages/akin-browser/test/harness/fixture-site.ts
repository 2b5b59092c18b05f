import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { MapTies } from "../../../akin-gallery/src/site/map-ties.js";
import { USUAL_FIELDS } from "../../../akin-gallery/src/site/public-fields.js";
import type { PublicPhoto } from "../../../akin-gallery/src/site/public-photos.js";
import { SiteFolder } from "../../../akin-gallery/src/site/site-folder.js";
import { writeAlbums } from "../../../akin-gallery/src/site/write-albums.js";
import { writeMap } from "../../../akin-gallery/src/site/write-map.js";
import { type PlacedPhoto, writePlaces } from "../../../akin-gallery/src/site/write-places.js";
import { writeSearchable } from "../../../akin-gallery/src/site/write-searchable.js";
import {
  CARD_INDEX_FANOUT,
  type CardShard,
  COLOURS,
  type Colour,
  cardShard,
  type GridBlock,
  imagePath,
  type Manifest,
  type PublishedMap,
  type StoredCard,
  type TimelineMonth,
} from "../../src/format/index.js";
import {
  FIXTURE_DIMENSIONS,
  FIXTURE_PHOTOS,
  type FixturePhoto,
  fixtureCard,
  PICTURE,
} from "./fixture-photos.js";

type Db = InstanceType<typeof DatabaseSync>;

export interface FixtureOptions {
  /** In display order. */
  photos?: FixturePhoto[];
  buildId?: string;
  format?: number;
  dimensions?: number;
}

const BITS = 2;

/** Writes a small site to a folder, the databases as akin-gallery does, and gives its manifest. */
export async function writeFixtureSite(
  folder: string,
  options: FixtureOptions = {},
): Promise<Manifest> {
  const { photos = FIXTURE_PHOTOS, buildId = "build-a", format = 1 } = options;
  const { dimensions = FIXTURE_DIMENSIONS } = options;
  const cards = photos.map(fixtureCard);
  const site = new SiteFolder(folder);
  const placed = publicPhotos(cards);
  const manifest: Manifest = {
    format,
    buildId,
    title: "Fixture",
    presentation: {
      description: null,
      links: [],
      accent: null,
      licence: null,
      pages: ["albums", "places", "likeness"],
      url: null,
      sharePages: false,
      noindex: false,
      installable: true,
    },
    photos: cards.length,
    model: { name: "builtin", dimensions },
    calibration: {
      knots: [
        { distance: 0, score: 100 },
        { distance: 1, score: 0 },
      ],
      sameShot: 0.05,
      verySimilar: 0.15,
      related: 0.25,
      method: "fixture",
    },
    lookCalibration: null,
    imageSizes: [320, 640, 1280],
    timeline: await writeGrid(site, cards),
    cards: { bits: BITS, index: await writeCards(site, cards) },
    albums: await writeAlbums(site, placed, new Set()),
    places: await writePlaces(site, placesOf(placed)),
    vocabulary: null,
    towers: null,
    likenessMap: await writeFixtureMap(site, placed),
    ...(await publishDatabases(site, photos, cards, buildId, dimensions)),
  };
  write(join(folder, "data/manifest.json"), JSON.stringify(manifest));
  for (const { image } of cards) {
    for (const size of manifest.imageSizes) write(join(folder, imagePath(image, size)), PICTURE);
  }
  return manifest;
}

type FixtureCard = StoredCard & PublicPhoto;

/** Cards in display order as photos that keep their names. */
function publicPhotos(cards: StoredCard[]): FixtureCard[] {
  return cards.map((card, index) => ({
    ...card,
    imageId: card.id,
    ownPath: card.path,
    position: cards.length - index,
  }));
}

/** In a row, in display order, each tied to what its card shows. */
function writeFixtureMap(site: SiteFolder, photos: FixtureCard[]): Promise<PublishedMap | null> {
  const ties = new MapTies();
  for (const photo of photos) ties.add(photo);
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const places = {
    ids: Float64Array.from(photos, ({ id }) => id),
    x: Uint16Array.from(photos, (_, index) => 1000 * index),
    y: new Uint16Array(photos.length),
  };
  return writeMap(site, byId, places, ties);
}

function placesOf(cards: FixtureCard[]): PlacedPhoto[] {
  const places = cards.flatMap(({ position, latitude, longitude, place }) =>
    latitude === null || longitude === null
      ? []
      : [{ position, latitude, longitude, name: place ?? "" }],
  );
  return places.reverse();
}

async function writeGrid(site: SiteFolder, cards: StoredCard[]): Promise<TimelineMonth[]> {
  const monthOf = ({ takenAt }: StoredCard) => takenAt?.slice(0, 7) ?? null;
  return await Promise.all(
    [...new Set(cards.map(monthOf))].map(async (month) => {
      const ofMonth = cards.filter((card) => monthOf(card) === month);
      const { name } = await site.putData("grid", JSON.stringify(gridBlock(ofMonth)));
      const photos = ofMonth.length;
      return { month, photos, blocks: [{ name, photos }] };
    }),
  );
}

function gridBlock(cards: StoredCard[]): GridBlock {
  return {
    ids: cards.map(({ id }) => id),
    widths: cards.map(({ width }) => width),
    heights: cards.map(({ height }) => height),
    media: cards.map(({ media }) => media),
    takenAt: cards.map(({ takenAt }) => takenAt),
    placeholders: cards.map(({ placeholder }) => placeholder),
    images: cards.map(({ image }) => image),
    labels: cards.map(({ title, filename }) => title ?? filename),
  };
}

async function writeCards(site: SiteFolder, cards: StoredCard[]): Promise<string[]> {
  const shards: CardShard[] = Array.from({ length: 2 ** BITS }, () => ({}));
  for (const card of cards) {
    const shard = shards[cardShard(card.id, BITS)];
    if (shard !== undefined) shard[card.id] = card;
  }
  const names: string[] = [];
  for (const shard of shards) names.push((await site.putData("cards", JSON.stringify(shard))).name);
  if (names.length > CARD_INDEX_FANOUT) throw new Error("The fixture has one index file only.");
  return [(await site.putData("cards", JSON.stringify(names))).name];
}

async function publishDatabases(
  site: SiteFolder,
  photos: FixturePhoto[],
  cards: StoredCard[],
  buildId: string,
  dimensions: number,
): Promise<Pick<Manifest, "database" | "vectors">> {
  const cache = mkdtempSync(join(tmpdir(), "akin-fixture-"));
  const database = new DatabaseSync(":memory:");
  try {
    fillGallery(database, cards);
    const published = publicPhotos(cards);
    const byId = new Map(published.map((photo) => [photo.id, photo]));
    const vectors = photos.map(({ id, vector }) => ({ id, vector: Float32Array.from(vector) }));
    const model = { name: "builtin", dimensions };
    const input = { database, vectors, model, buildId, cache, fields: USUAL_FIELDS };
    return await writeSearchable(site, published, byId, input, new AbortController().signal);
  } finally {
    database.close();
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Glaciers are blue and white, orchards green, all else is grey. */
function coloursOf(path: string): Uint8Array {
  const [subject = ""] = path.split("/");
  const colours: Record<string, Colour[]> = { glacier: ["blue", "white"], orchard: ["green"] };
  return Uint8Array.from(COLOURS, (colour) =>
    (colours[subject] ?? ["grey"]).includes(colour) ? 100 : 0,
  );
}

/** What of the owner's database is published. */
function fillGallery(db: Db, cards: StoredCard[]): void {
  db.exec(`CREATE TABLE images(id INTEGER PRIMARY KEY, description, tags, auto_tags, exif, geocode, latitude, longitude,
    file_size, colours)`);
  const insert = db.prepare("INSERT INTO images VALUES (?, NULL, ?, '[]', ?, ?, NULL, NULL, ?, ?)");
  for (const { id, path, tags, exif, fileSize } of cards) {
    const geocode = path.startsWith("sea/") ? '{"city":"Lisbon"}' : null;
    insert.run(id, JSON.stringify(tags), JSON.stringify(exif), geocode, fileSize, coloursOf(path));
  }
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
