import { type Card, photoId, type SimilarPhoto } from "../../src/format/index.js";

export interface FixturePhoto {
  id: number;
  path: string;
  /** Before it is stored as int8. */
  vector: number[];
  /** Paths of the photos on its card. */
  similar: string[];
}

/** A path whose id is taken by another photo, so that it has the id of the next attempt. */
export const COLLIDING_PATH = "sea/collides.jpg";

/** Nearest to sea/1 first: its twin, then 2, 3, and those of the other family far away. */
export const FIXTURE_PHOTOS: FixturePhoto[] = [
  photo("sea/1.jpg", [100, 10, 0, 0, 0, 0, 0, 0], ["sea/twin.jpg", "sea/2.jpg", "sea/3.jpg"]),
  photo("sea/twin.jpg", [100, 10, 0, 0, 0, 0, 0, 0], ["sea/1.jpg"]),
  photo("sea/2.jpg", [100, 30, 0, 0, 0, 0, 0, 0], ["sea/1.jpg", "sea/3.jpg"]),
  photo("sea/3.jpg", [100, 60, 0, 0, 0, 0, 0, 0], ["sea/2.jpg"]),
  photo("city/a b#1 ä.jpg", [0, 0, 127, 0, 0, 0, 0, 0], ["city/2.jpg"]),
  photo("city/2.jpg", [0, 0, 127, 40, 0, 0, 0, 0], ["city/a b#1 ä.jpg"]),
  photo("alone.jpg", [0, 0, 0, 0, 0, 0, -128, 5], []),
  { ...photo("occupant.jpg", [0, 0, 0, 0, 0, 0, 0, 9], []), id: photoId(COLLIDING_PATH) },
  { ...photo(COLLIDING_PATH, [-100, -10, 0, 0, 0, 0, 0, 0], []), id: photoId(COLLIDING_PATH, 1) },
];

function photo(path: string, vector: number[], similar: string[]): FixturePhoto {
  return { id: photoId(path), path, vector, similar };
}

export function fixtureCard({ id, path, similar }: FixturePhoto): Card {
  return {
    ...drawn(path),
    id,
    filename: path.slice(path.lastIndexOf("/") + 1),
    description: null,
    tags: [path.split("/")[0] ?? "", "fixture"],
    fileSize: 1000,
    takenAt: "2024-05-01T12:00:00",
    exif: { iso: 100 },
    latitude: null,
    longitude: null,
    place: null,
    original: null,
    similar: similar.map((other, rank) => similarPhoto(other, rank)),
  };
}

function similarPhoto(path: string, rank: number): SimilarPhoto {
  const word = (["same-shot", "very-similar", null] as const)[rank] ?? null;
  return {
    ...drawn(path),
    id: photoId(path),
    distance: rank / 10,
    score: null,
    word,
    reasons: [],
  };
}

function drawn(path: string) {
  const image = photoId(path).toString(16).padStart(14, "0");
  return { path, title: null, width: 900, height: 600, image, placeholder: "" };
}

/** A grey GIF of one pixel; browsers look at the bytes, not at the name. */
export const PICTURE = Buffer.from("R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs=", "base64");
