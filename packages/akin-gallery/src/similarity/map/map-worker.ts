// A thread of its own: the layout takes seconds, in which the main one writes the site.
import { parentPort, workerData } from "node:worker_threads";
import { DATABASE_SCHEMA } from "../../database/schema.js";
import { openDatabase } from "../../database/sqlite.js";
import { VectorStore } from "../../database/vector-store.js";
import { computeMap } from "./compute-map.js";
import type { MapJob, MapMessage } from "./map-messages.js";
import { readMappedPhotos } from "./read-mapped-photos.js";

const { database: file, vectors }: MapJob = workerData;

const database = openDatabase(file, DATABASE_SCHEMA, { readOnly: true });
const store = VectorStore.open(vectors, { readOnly: true });
try {
  const ids = readMappedPhotos(database);
  const onProgress = (share: number) => send({ type: "progress", share });
  send({ type: "done", places: computeMap(database, ids, () => store.readEach(), { onProgress }) });
} finally {
  store.close();
  database.close();
}

function send(message: MapMessage): void {
  parentPort?.postMessage(message);
}
