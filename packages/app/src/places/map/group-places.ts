import type { PhotoPlaces } from "akin-browser";
import { PlaceClusters } from "./place-clusters.js";
import { type PackedIndex, type PlacePoints, unpackIndex } from "./place-index.js";

/** Groups places beside the page, which goes on meanwhile. */
export async function groupPlaces(
  places: PhotoPlaces,
  signal: AbortSignal,
): Promise<PlaceClusters> {
  const worker = new Worker(new URL("./place-worker.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  const { positions, latitudes, longitudes } = places;
  const packed = await new Promise<PackedIndex>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PackedIndex>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ positions, latitudes, longitudes } satisfies PlacePoints);
  }).finally(() => worker.terminate());
  return new PlaceClusters(places, unpackIndex(packed, places));
}
