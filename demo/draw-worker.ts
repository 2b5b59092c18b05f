import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { drawPhoto } from "./draw-photo.js";
import type { DrawTask } from "./draw-photos.js";

const { folder, photos } = workerData as DrawTask;
for (const photo of photos) {
  const file = join(folder, photo.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await drawPhoto(photo));
  parentPort?.postMessage("drawn");
}
