// A thread that embeds one picture many times.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";
import { SmallNetwork } from "akin-browser/sight";
import { drawnRaster } from "./drawn-raster.js";

const { width, height, runs }: { width: number; height: number; runs: number } = workerData;
const weights = createRequire(import.meta.url).resolve("akin-browser/sight/akin-small.bin");
const network = new SmallNetwork(readFileSync(weights));
const rgb = drawnRaster(width, height);
for (let run = 0; run < runs; run++) network.embed(rgb, width, height);
