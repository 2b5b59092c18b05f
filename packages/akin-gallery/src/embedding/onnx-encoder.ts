import { type InferenceSession, Tensor } from "onnxruntime-node";
import { AkinError } from "../akin-error.js";

/** Outputs that are an image's embedding by name, best first. */
const EMBEDDING_OUTPUTS = ["image_embeds", "embedding", "embeddings", "pooler_output"];

/** An opened image encoder: which input and output it is used by. */
export interface OnnxEncoder {
  session: InferenceSession;
  input: string;
  output: string;
  /** Number of images of a run if the model fixes it, else null. */
  fixedBatch: number | null;
}

/** @throws AkinError BAD_MODEL that says why the network is no encoder of images of this size */
export function describeEncoder(
  session: InferenceSession,
  size: { width: number; height: number },
  file: string,
): OnnxEncoder {
  const inputs = session.inputMetadata.filter((value) => value.isTensor);
  const [input] = inputs;
  if (!input || inputs.length !== session.inputNames.length || inputs.length > 1) {
    const names = session.inputNames.join(", ");
    throw new AkinError("BAD_MODEL", `${file} takes ${names}: expected one input, the image.`);
  }
  const [batch, ...image] = input.shape;
  const expected = [3, size.height, size.width];
  const fits = expected.every(
    (n, i) => typeof image[i] !== "number" || image[i] < 0 || image[i] === n,
  );
  if (input.type !== "float32" || image.length !== 3 || !fits) {
    const got = `${input.type} [${input.shape.join(", ")}]`;
    const message = `${file} takes ${got}: expected float32 [batch, ${expected.join(", ")}].`;
    throw new AkinError("BAD_MODEL", message);
  }
  const fixedBatch = typeof batch === "number" && batch > 0 ? batch : null;
  return { session, input: input.name, output: outputOf(session, file), fixedBatch };
}

function outputOf(session: InferenceSession, file: string): string {
  const outputs = session.outputMetadata.filter((value) => value.isTensor);
  const floats = outputs.filter((value) => value.type === "float32");
  const named = EMBEDDING_OUTPUTS.find((name) => floats.some((value) => value.name === name));
  const output =
    named ??
    floats.find((value) => value.shape.length === 2)?.name ??
    floats.find((value) => value.shape.length === 3)?.name;
  if (output !== undefined) return output;
  const names = session.outputNames.join(", ");
  throw new AkinError("BAD_MODEL", `${file} gives ${names}: expected a float32 output [batch, D].`);
}

/**
 * Runs one batch.
 *
 * @param pixels shape [batch, 3, height, width]
 * @returns for each image Float32Array of length D, as the network gives it; of an output [batch, tokens, D] the first
 *   token, which is the class token of vision transformers
 */
export async function runEncoder(
  { session, input, output }: OnnxEncoder,
  pixels: Float32Array,
  shape: readonly [number, number, number, number],
): Promise<Float32Array[]> {
  const tensor = new Tensor("float32", pixels, shape);
  const results = await session.run({ [input]: tensor }, [output]);
  const result = results[output];
  const data = result?.data;
  const [batch = 0, ...rest] = result?.dims ?? [];
  if (!(data instanceof Float32Array) || batch !== shape[0] || rest.length === 0) {
    throw new AkinError("BAD_MODEL", `The network's ${output} is not float32 [batch, D].`);
  }
  const stride = data.length / batch;
  const dimensions = rest.length === 2 ? (rest[1] ?? 0) : stride;
  return Array.from({ length: batch }, (_, i) => data.slice(i * stride, i * stride + dimensions));
}
