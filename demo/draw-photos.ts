import { Worker } from "node:worker_threads";
import type { PlannedPhoto } from "./plan-album.js";

/** What a worker is told. */
export interface DrawTask {
  folder: string;
  photos: PlannedPhoto[];
}

/**
 * Draws photos into a folder, on as many threads as `threads` says.
 * @param onDrawn called after each photo with the number drawn so far
 */
export async function drawPhotos(
  folder: string,
  photos: readonly PlannedPhoto[],
  threads = 2,
  onDrawn: (count: number) => void = () => {},
): Promise<void> {
  let drawn = 0;
  const parts = Array.from({ length: threads }, (_, part) =>
    photos.filter((_photo, i) => i % threads === part),
  );
  await Promise.all(
    parts.map(
      (part) =>
        new Promise<void>((resolve, reject) => {
          const workerData: DrawTask = { folder, photos: part };
          const worker = new Worker(new URL("./draw-worker.js", import.meta.url), { workerData });
          worker.on("message", () => onDrawn(++drawn));
          worker.on("error", reject);
          worker.on("exit", () => resolve());
        }),
    ),
  );
}
