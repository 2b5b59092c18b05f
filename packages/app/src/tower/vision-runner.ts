import { networkInput, normalised, type VisionTowerFiles } from "akin-browser/format";
import { type InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { DescribeAnswer, PictureToSee } from "../dropped/messages.js";
import { pixelsOf } from "../dropped/pixels-of.js";

/** Turns a picture into a vector of the space of the photos' vectors. */
export type DescribePixels = (picture: PictureToSee) => Promise<DescribeAnswer>;

/** @param files as they are published: of the same build as this page */
export function visionRunner(session: InferenceSession, files: VisionTowerFiles): DescribePixels {
  const { network, preprocessing, enhance } = files;
  const { input, output, fixedBatch, dimensions } = network;
  const { width, height } = preprocessing;
  return async ({ file, part }) => {
    const pixels = await pixelsOf(file, part);
    if (pixels === null) return { type: "unreadable" };
    const planes = networkInput(pixels, preprocessing, enhance);
    const batch = fixedBatch ?? 1;
    // A longer run is filled up with black.
    const values = new Float32Array(batch * planes.length);
    values.set(planes);
    const tensor = new Tensor("float32", values, [batch, 3, height, width]);
    const { data } = (await session.run({ [input]: tensor }, [output]))[output] ?? {};
    if (!(data instanceof Float32Array)) throw new Error(`${output} is not float32.`);
    // The first numbers are the first picture's; of several tokens they are the first one's.
    const vector = Float32Array.from(normalised(data.slice(0, dimensions)));
    return { type: "described", vector, ratio: pixels.ratio };
  };
}
