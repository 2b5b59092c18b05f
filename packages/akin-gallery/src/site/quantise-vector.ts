/**
 * A vector as signed bytes, scaled so that its largest value is ±127: cosine distance does not see a vector's length.
 * @returns zeros for a vector of zeros
 */
export function toInt8(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 127 / largest : 0;
  const scaled = new Int8Array(vector.length);
  // Not Int8Array.from, which takes ten times as long with a function.
  for (let index = 0; index < scaled.length; index++) {
    scaled[index] = Math.round((vector[index] ?? 0) * scale);
  }
  return scaled;
}

/** The signs of a vector: bit `i % 8`, lowest first, of byte `i >> 3` is 1 where value i is above 0. */
export function toSigns(vector: Float32Array): Uint8Array {
  const signs = new Uint8Array(Math.ceil(vector.length / 8));
  for (let index = 0; index < vector.length; index++) {
    if ((vector[index] ?? 0) > 0) signs[index >> 3] = (signs[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return signs;
}
