import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { drawPhotos } from "./draw-photos.js";
import { planAlbum } from "./plan-album.js";

// Compiled to dist/, so the default is demo/album.
const folder = process.argv[2] ?? fileURLToPath(new URL("../album", import.meta.url));
const photos = planAlbum();
await drawPhotos(folder, photos, Math.min(4, availableParallelism()), (count) => {
  if (process.stderr.isTTY)
    process.stderr.write(`\rDrawing the demo album: ${count} of ${photos.length}`);
});
if (process.stderr.isTTY) process.stderr.write("\n");
console.log(`Drew ${photos.length} photos into ${folder}`);
