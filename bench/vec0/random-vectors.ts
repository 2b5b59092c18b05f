/** int8 vectors, one after the other, that depend on their rows alone: any part of them can be made anew. */
export function randomInt8(first: number, count: number, dimensions: number): Uint8Array {
  const vectors = new Int8Array(count * dimensions);
  const next = generator(first + 1);
  for (let i = 0; i < vectors.length; i++) vectors[i] = (next() >>> 24) - 128;
  return new Uint8Array(vectors.buffer);
}

export function randomQuery(seed: number, dimensions: number): Float32Array {
  const next = generator(0x5eed + seed);
  return Float32Array.from({ length: dimensions }, () => next() / 2 ** 32 - 0.5);
}

/** xorshift32, seeded well apart. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
