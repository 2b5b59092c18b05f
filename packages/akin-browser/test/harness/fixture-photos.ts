import { photoId, type StoredCard, type StoredSimilarPhoto } from "../../src/format/index.js";

export interface FixturePhoto {
  id: number;
  path: string;
  takenAt: string | null;
  /** Float32, before it is published as int8. */
  vector: number[];
  /** Paths of the photos on its card. */
  similar: string[];
}

/** A path whose id is taken by another photo, so that it has the id of the next attempt. */
export const COLLIDING_PATH = "sea/collides.jpg";

export const FIXTURE_DIMENSIONS = 8;

/** Where the photos were taken that tell it: on both sides of the date line, too. */
export const FIXTURE_PLACES = new Map([
  ["sea/1.jpg", { latitude: 38.7223, longitude: -9.1393 }],
  ["sea/2.jpg", { latitude: -16.7784, longitude: 179.9999 }],
  ["city/2.jpg", { latitude: -16.7784, longitude: -179.9999 }],
]);

/** In display order. Nearest to sea/1 first: its twin, then 2, 3, and those of the other family far away. */
export const FIXTURE_PHOTOS: FixturePhoto[] = [
  photo("sea/1.jpg", "2024-05-09T12:00:00", [100, 10], ["sea/twin.jpg", "sea/2.jpg", "sea/3.jpg"]),
  photo("sea/twin.jpg", "2024-05-08T12:00:00", [100, 10], ["sea/1.jpg"]),
  photo("sea/2.jpg", "2024-05-07T12:00:00", [100, 30], ["sea/1.jpg", "sea/3.jpg"]),
  photo("sea/3.jpg", "2024-05-06T12:00:00", [100, 60], ["sea/2.jpg"]),
  photo("city/a b#1 ä.jpg", "2024-05-05T12:00:00", [0, 0, 127], ["city/2.jpg"]),
  photo("city/2.jpg", "2024-05-04T12:00:00", [0, 0, 127, 40], ["city/a b#1 ä.jpg"]),
  photo("alone.jpg", "2023-12-31T23:59:59", [0, 0, 0, 0, 0, 0, -128, 5], []),
  {
    ...photo("occupant.jpg", null, [0, 0, 0, 0, 0, 0, 0, 9], []),
    id: photoId(COLLIDING_PATH),
  },
  { ...photo(COLLIDING_PATH, null, [-100, -10], []), id: photoId(COLLIDING_PATH, 1) },
];

function photo(
  path: string,
  takenAt: string | null,
  start: number[],
  similar: string[],
): FixturePhoto {
  const vector = Array.from({ length: FIXTURE_DIMENSIONS }, (_, index) => start[index] ?? 0);
  return { id: photoId(path), path, takenAt, vector, similar };
}

export function fixtureCard({ id, path, takenAt, similar }: FixturePhoto): StoredCard {
  return {
    ...drawn(path),
    id,
    filename: path.slice(path.lastIndexOf("/") + 1),
    description: null,
    tags: [path.split("/")[0] ?? "", "fixture"],
    autoTags: [],
    fileSize: 1000,
    media: "photo",
    takenAt,
    exif: { iso: 100, camera_make: "Nikon", camera_model: path.startsWith("sea/") ? "D90" : "D5" },
    ...(FIXTURE_PLACES.get(path) ?? { latitude: null, longitude: null }),
    place: path === "sea/1.jpg" ? "Lisbon, Portugal" : null,
    original: null,
    similar: similar.map((other, rank) => similarPhoto(other, rank)),
    byLook: [],
    group: null,
  };
}

function similarPhoto(path: string, rank: number): StoredSimilarPhoto {
  return {
    ...drawn(path),
    id: photoId(path),
    distance: rank / 10,
    reasons: [],
    group: null,
  };
}

function drawn(path: string) {
  const image = photoId(path).toString(16).padStart(20, "0");
  return { path, title: null, width: 900, height: 600, image, placeholder: "AQL/" };
}

/** A grey GIF of one pixel; browsers look at the bytes, not at the name. */
export const PICTURE = Buffer.from("R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs=", "base64");

/** The paths of the photos nearest to one, by the vectors as published; ties by lower position. */
export function expectedNeighbours(path: string, limit: number): string[] {
  const query = published(FIXTURE_PHOTOS.find((photo) => photo.path === path)?.vector ?? []);
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  return FIXTURE_PHOTOS.map((photo, index) => ({ ...photo, position: -index }))
    .filter((photo) => photo.path !== path)
    .map(({ position, path, vector }) => {
      const other = published(vector);
      const scale = Math.sqrt(dot(query, query) * dot(other, other));
      return { position, path, distance: 1 - dot(query, other) / scale };
    })
    .sort((a, b) => a.distance - b.distance || a.position - b.position)
    .slice(0, limit)
    .map((photo) => photo.path);
}

function published(vector: number[]): number[] {
  const scale = 127 / Math.max(...vector.map(Math.abs));
  return vector.map((value) => Math.round(value * scale));
}
