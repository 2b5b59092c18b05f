import type { Part } from "../navigation/example.js";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";
import type { PictureModel } from "./picture-model.js";

/** What a picture looks like to a model; worked out beside the page, which goes on meanwhile. */
export function describePicture(
  model: PictureModel,
  file: Blob,
  part: Part | null = null,
): Promise<DescribeAnswer> {
  const worker = new Worker(new URL("./describe-worker.ts", import.meta.url), { type: "module" });
  return new Promise<DescribeAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DescribeAnswer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ model, file, part } satisfies DescribeRequest);
  }).finally(() => worker.terminate());
}
