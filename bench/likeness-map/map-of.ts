import { DatabaseSync } from "@photostructure/sqlite";
import {
  computeMap,
  type MapPlaces,
  type Neighbour,
  type VectorSet,
} from "akin-gallery/similarity";
import { DATABASE_SCHEMA } from "akin-gallery/site";

/** A map, and what it took, its reading of the neighbours included. */
export interface MadeMap {
  places: MapPlaces;
  seconds: number;
}

/** Makes the map of photos whose neighbours are known, as `akin build` does. */
export function mapOf(
  { ids, vectors, dimensions }: VectorSet,
  neighbours: Iterable<[id: number, nearest: readonly Neighbour[]]>,
): MadeMap {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec(`${DATABASE_SCHEMA}; BEGIN`);
    const add = database.prepare("INSERT INTO neighbours VALUES (?, ?, ?, ?)");
    for (const [id, nearest] of neighbours) {
      for (const [index, near] of nearest.entries()) add.run(id, index + 1, near.id, near.distance);
    }
    database.exec("COMMIT");
    const started = performance.now();
    const places = computeMap(database, ids, function* () {
      for (const [row, id] of ids.entries()) {
        yield { id, vector: vectors.subarray(row * dimensions, (row + 1) * dimensions) };
      }
    });
    return { places, seconds: (performance.now() - started) / 1000 };
  } finally {
    database.close();
  }
}
