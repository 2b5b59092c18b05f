import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VectorArray } from "akin-browser/vec0";

const FILE = "fixtures/mobileclip2-vectors-1454x512.f32";
const DIMENSIONS = 512;
const K = 10;

/** Of the ten nearest by float32, the part that int8 with a scale for each vector finds, over all vectors; null without them. */
export function int8Recall(shared: string): number | null {
  const file = join(shared, FILE);
  if (!existsSync(file)) return null;
  const bytes = Uint8Array.from(readFileSync(file));
  const floats = new Float32Array(bytes.buffer);
  const count = floats.length / DIMENSIONS;
  const exact = VectorArray.create("float32", DIMENSIONS, count);
  exact.set(0, bytes);
  const int8 = VectorArray.create("int8", DIMENSIONS, count);
  let found = 0;
  for (let row = 0; row < count; row++) {
    int8.set(row, quantised(floats.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)));
  }
  for (let row = 0; row < count; row++) {
    const query = floats.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    // One more, for the vector itself.
    const nearest = (vectors: VectorArray) =>
      vectors
        .nearest(query, { k: K + 1, metric: "cosine" })
        .rows.filter((other) => other !== row)
        .slice(0, K);
    const published = new Set(nearest(int8));
    found += nearest(exact).filter((other) => published.has(other)).length / K;
  }
  return found / count;
}

function quantised(vector: Float32Array): Uint8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return new Uint8Array(
    Int8Array.from(vector, (value) => Math.round((value * 127) / largest)).buffer,
  );
}
