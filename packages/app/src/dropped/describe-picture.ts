import type { Part } from "../navigation/example.js";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";

/** What a picture looks like to the built-in descriptor; worked out beside the page, which goes on meanwhile. */
export function describePicture(file: Blob, part: Part | null = null): Promise<DescribeAnswer> {
  const worker = new Worker(new URL("./describe-worker.ts", import.meta.url), { type: "module" });
  return new Promise<DescribeAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DescribeAnswer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ file, part } satisfies DescribeRequest);
  }).finally(() => worker.terminate());
}
