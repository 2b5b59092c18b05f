import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { CALIBRATION_METHOD, type Calibration } from "akin-gallery/similarity";
import { DATABASE_SCHEMA } from "akin-gallery/site";
import type { GeneratedPhoto } from "./photo-rows.js";
import type { StoredNeighbours } from "./subject-neighbours.js";

/** About what `akin build` finds for the made-up vectors. */
const CALIBRATION: Calibration = {
  knots: [
    { distance: 0, score: 100 },
    { distance: 0.15, score: 80 },
    { distance: 0.4, score: 40 },
    { distance: 0.7, score: 0 },
  ],
  sameShot: 0.02,
  verySimilar: 0.15,
  related: 0.35,
  method: CALIBRATION_METHOD,
};

/**
 * Writes a database.db as `akin build` leaves it, but for what the site is not made of: the owner's full text and the
 * index by neighbour.
 *
 * @param neighbours asked for when all photos are there, as `looks`, the neighbours by look
 */
export async function fillDatabase(
  file: string,
  photos: Iterable<GeneratedPhoto>,
  neighbours: () => Iterable<StoredNeighbours> | Promise<Iterable<StoredNeighbours>>,
  looks: () => Iterable<StoredNeighbours>,
): Promise<void> {
  const database = new DatabaseSync(file);
  try {
    database.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576",
    );
    database.exec(`${DATABASE_SCHEMA}; DROP INDEX neighbours_neighbour_id;
      DROP INDEX IF EXISTS look_neighbours_neighbour_id; BEGIN`);
    addPhotos(database, photos);
    addNeighbours(database, "neighbours", await neighbours());
    addNeighbours(database, "look_neighbours", looks());
    const addInfo = database.prepare("INSERT INTO build_info VALUES (?, ?)");
    for (const key of ["calibration", "look_calibration"]) {
      addInfo.run(key, JSON.stringify(CALIBRATION));
    }
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

function addNeighbours(
  database: DatabaseSyncInstance,
  table: string,
  neighbours: Iterable<StoredNeighbours>,
): void {
  // One statement a photo: a call for each of its rows would take three times as long.
  const add = database.prepare(
    `INSERT INTO ${table} SELECT ?, key + 1, value ->> 0, value ->> 1 FROM json_each(?)`,
  );
  for (const { id, nearest } of neighbours) add.run(id, JSON.stringify(nearest));
}

function addPhotos(database: DatabaseSyncInstance, photos: Iterable<GeneratedPhoto>): void {
  const iterator = photos[Symbol.iterator]();
  let next = iterator.next();
  if (next.done) return;
  const columns = Object.keys(next.value.row);
  const marks = columns.map(() => "?").join(", ");
  const add = database.prepare(`INSERT INTO images(${columns.join(", ")}) VALUES (${marks})`);
  // Of which subject the embedding is: the process that writes the site draws it again.
  database.exec("CREATE TABLE subjects(id INTEGER PRIMARY KEY, subject INTEGER, number INTEGER)");
  const addSubject = database.prepare("INSERT INTO subjects VALUES (?, ?, ?)");
  for (; !next.done; next = iterator.next()) {
    const { row, subject, number } = next.value;
    add.run(...Object.values(row));
    addSubject.run(row.id, subject, number);
  }
}
