import { normalised } from "./normalised.js";

/** What a text encoder is told of some words; their vectors are averaged, as CLIP's authors do. */
export const PROMPTS = ["{}", "a photo of {}.", "a close-up photo of {}.", "a bright photo of {}."];

/**
 * @param embed gives the vector of a text, Float32Array of length D, L2-normalised
 * @returns the vector of some words as what a photo shows, Float32Array of length D, L2-normalised
 */
export async function embedWords(
  words: string,
  embed: (text: string) => Promise<Float32Array>,
): Promise<Float32Array> {
  let sum = new Float32Array();
  for (const prompt of PROMPTS) {
    const vector = await embed(prompt.replace("{}", words));
    if (sum.length === 0) sum = new Float32Array(vector.length);
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return normalised(sum);
}
