import { type InferenceSession, Tensor } from "onnxruntime-node";
import { AkinError } from "../../akin-error.js";

/** Outputs that are a text's embedding by name, best first. */
const EMBEDDING_OUTPUTS = ["text_embeds", "embedding", "embeddings", "pooler_output"];

/** An opened text encoder: which inputs and output it is used by. */
export interface TextEncoder {
  session: InferenceSession;
  inputs: readonly { name: "input_ids" | "attention_mask"; isWide: boolean }[];
  output: string;
  /** Number of tokens of a run if the model fixes it, else null. */
  fixedLength: number | null;
}

/** @throws AkinError BAD_MODEL that says why the network is no encoder of texts */
export function describeTextEncoder(session: InferenceSession, file: string): TextEncoder {
  const inputs: { name: "input_ids" | "attention_mask"; isWide: boolean }[] = [];
  let fixedLength: number | null = null;
  for (const input of session.inputMetadata) {
    const { name } = input;
    if (!input.isTensor || (name !== "input_ids" && name !== "attention_mask")) {
      const names = session.inputNames.join(", ");
      throw new AkinError(
        "BAD_MODEL",
        `${file} takes ${names}: expected input_ids, a text's tokens.`,
      );
    }
    const length = input.shape[1];
    if (typeof length === "number" && length > 0) fixedLength = length;
    inputs.push({ name, isWide: input.type !== "int32" });
  }
  const floats = session.outputMetadata.filter(
    (value) => value.isTensor && value.type === "float32",
  );
  const output = EMBEDDING_OUTPUTS.find((name) => floats.some((value) => value.name === name));
  if (inputs.length > 0 && output !== undefined) return { session, inputs, output, fixedLength };
  const names = session.outputNames.join(", ");
  throw new AkinError(
    "BAD_MODEL",
    `${file} gives ${names}: expected text_embeds, float32 [batch, D].`,
  );
}

/**
 * Runs one text.
 * @param ids its tokens, and what fills them up
 * @param length of its own tokens
 * @returns Float32Array of length D, as the network gives it
 */
export async function runTextEncoder(
  { session, inputs, output }: TextEncoder,
  ids: readonly number[],
  length: number,
): Promise<Float32Array> {
  const values = { input_ids: ids, attention_mask: ids.map((_, i) => (i < length ? 1 : 0)) };
  const tensors = inputs.map(({ name, isWide }) => [name, tensorOf(values[name], isWide)] as const);
  const result = (await session.run(Object.fromEntries(tensors), [output]))[output];
  if (!(result?.data instanceof Float32Array) || result.dims.length !== 2) {
    throw new AkinError("BAD_MODEL", `The text network's ${output} is not float32 [batch, D].`);
  }
  return result.data.slice(0, result.dims[1]);
}

function tensorOf(values: readonly number[], isWide: boolean): Tensor {
  const shape = [1, values.length];
  return isWide
    ? new Tensor("int64", BigInt64Array.from(values, BigInt), shape)
    : new Tensor("int32", Int32Array.from(values), shape);
}
