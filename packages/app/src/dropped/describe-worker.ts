import { BUILTIN_INPUT_SIZE, builtinEmbedding } from "akin-browser/format";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";
import { pixelsOf } from "./pixels-of.js";
import { shrink } from "./shrink.js";

addEventListener("message", async ({ data }: MessageEvent<DescribeRequest>) => {
  postMessage(await describe(data));
});

async function describe({ file, part }: DescribeRequest): Promise<DescribeAnswer> {
  const pixels = await pixelsOf(file, part);
  if (pixels === null) return { type: "unreadable" };
  const { rgb, width, height, ratio } = pixels;
  const size = BUILTIN_INPUT_SIZE;
  const vector = builtinEmbedding(shrink(rgb, width, height, size), size, size);
  return { type: "described", vector, ratio };
}
