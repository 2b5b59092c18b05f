import type { TextEmbedder } from "../embedding/index.js";
import { normalised } from "../embedding/normalised.js";
import { PROMPTS } from "./prompts.js";

/** @returns the vector of some words as what a photo shows, Float32Array of length D, L2-normalised */
export async function embedWords(words: string, embedder: TextEmbedder): Promise<Float32Array> {
  const sum = new Float32Array(embedder.dimensions);
  for (const prompt of PROMPTS) {
    const vector = await embedder.embed(prompt.replace("{}", words));
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return normalised(sum);
}
