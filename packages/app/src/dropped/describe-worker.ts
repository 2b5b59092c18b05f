import { BUILTIN_INPUT_SIZE, builtinEmbedding, resizePixels } from "akin-browser/format";
import { SmallNetwork } from "akin-browser/sight";
import smallWeights from "akin-browser/sight/akin-small.bin?url";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";
import type { OwnModel } from "./picture-model.js";
import { type Pixels, pixelsOf } from "./pixels-of.js";

addEventListener("message", async ({ data }: MessageEvent<DescribeRequest>) => {
  postMessage(await describe(data));
});

async function describe({ model, file, part }: DescribeRequest): Promise<DescribeAnswer> {
  const pixels = await pixelsOf(file, part);
  if (pixels === null) return { type: "unreadable" };
  return { type: "described", vector: await see[model](pixels), ratio: pixels.ratio };
}

const see: Record<OwnModel, (pixels: Pixels) => Promise<Float32Array>> = {
  async builtin(pixels) {
    const size = BUILTIN_INPUT_SIZE;
    const square = resizePixels(pixels, { width: size, height: size }, "lanczos3");
    return builtinEmbedding(square, size, size);
  },
  async "akin-small"({ rgb, width, height }) {
    const response = await fetch(new URL(smallWeights, import.meta.url));
    if (!response.ok) throw new Error(`${response.url} has status ${response.status}.`);
    const network = new SmallNetwork(new Uint8Array(await response.arrayBuffer()));
    return network.embed(rgb, width, height);
  },
};
