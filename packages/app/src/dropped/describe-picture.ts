import type { Gallery } from "akin-browser";
import type { Part } from "../navigation/example.js";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";
import { NeedsModel } from "./needs-model.js";
import { pictureModel } from "./picture-model.js";

/**
 * What a picture looks like to the gallery's model; worked out beside the page, which goes on meanwhile.
 * @throws NeedsModel if that has to be loaded first, which the visitor is asked for
 */
export async function describePicture(
  gallery: Gallery,
  file: Blob,
  part: Part | null = null,
): Promise<DescribeAnswer> {
  const model = pictureModel(gallery.manifest);
  if (model === null) throw new Error("The gallery's model is not published.");
  if (model !== "tower") return describeByOwn({ model, file, part });
  const { towerOf } = await import("../tower/tower.js");
  const tower = towerOf(gallery, "vision");
  const isThere = tower?.state().status === "there" || (await tower?.isKept());
  if (!tower || !isThere || !(await tower.load())) throw new NeedsModel();
  return tower.describePicture({ file, part });
}

/** As a model sees it that every page carries. */
function describeByOwn(request: DescribeRequest): Promise<DescribeAnswer> {
  const worker = new Worker(new URL("./describe-worker.ts", import.meta.url), { type: "module" });
  return new Promise<DescribeAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DescribeAnswer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
