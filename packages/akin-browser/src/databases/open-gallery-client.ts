import type { Manifest } from "../format/index.js";
import type { OnLoading } from "../source/shared-load.js";
import { GalleryClient } from "./gallery-client.js";
import { startWorker } from "./start-worker.js";

/** Opens a gallery's database in a worker. @param root the site's root, absolute, ending with `/` */
export async function openGalleryClient(
  root: string,
  manifest: Manifest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<GalleryClient> {
  const { buildId, photos, model, timeline, database, vectors } = manifest;
  const gallery = {
    root,
    buildId,
    photos,
    modelName: model?.name ?? null,
    timeline: timeline.map(({ month, photos }) => ({ month, photos })),
    database,
    vectors,
  };
  const worker = await startWorker({ type: "open-gallery", gallery }, signal, onLoading);
  return new GalleryClient(worker, manifest);
}
