import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TextTowerFiles } from "akin-browser/format";
import { AkinError } from "../../akin-error.js";
import { type ModelFiles, readModelJson, TOKENIZER } from "../model-files.js";
import { openSession } from "../onnx-session.js";
import { describeTextEncoder } from "./text-encoder.js";
import { readOptionalJson } from "./text-tokenizer.js";

/**
 * What a browser needs of a text tower beside its weights.
 * @throws AkinError BAD_MODEL if it can't be run there
 */
export async function textTowerFiles({
  folder,
  weights,
  dtype,
}: ModelFiles): Promise<TextTowerFiles> {
  const path = join(folder, weights);
  if (existsSync(`${path}_data`)) {
    const message = `${weights} keeps its weights in a second file, which browsers can't take: try --dtype q8.`;
    throw new AkinError("BAD_MODEL", message);
  }
  const session = await openSession(path, { device: "cpu", quantised: dtype === "q8" });
  try {
    const { inputs, output, fixedLength } = describeTextEncoder(session, weights);
    return {
      network: { inputs: [...inputs], output, fixedLength },
      tokenizer: Object(await readModelJson(folder, TOKENIZER)),
      tokenizerConfig: await readOptionalJson(folder, "tokenizer_config.json"),
      config: await readOptionalJson(folder, "config.json"),
    };
  } finally {
    await session.release();
  }
}
