/**
 * A vector of length 1 in the same direction.
 * @throws if it has none: all zeros, or not a number
 */
export function normalised(embedding: Float32Array): Float32Array {
  let sum = 0;
  for (const value of embedding) sum += value * value;
  const norm = Math.sqrt(sum);
  if (!Number.isFinite(norm) || norm === 0) {
    throw new Error(
      "The network gave an embedding without direction (all zeros, or not a number).",
    );
  }
  return embedding.map((value) => value / norm);
}
