import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { BUILTIN_DIMENSIONS, BUILTIN_INPUT_SIZE, builtinEmbedding } from "akin-browser/format";
import { builtinInput, sampleSets } from "./training-photos.js";

const TARGET = "packages/akin-gallery/src/similarity/look/look-projection.ts";

const COMPONENTS = 64;

/** More than are wanted, so that the wanted ones settle; and how often they are refined. */
const BLOCK = 80;
const ROUNDS = 100;

/**
 * Each component is divided by its variance to this power: the weaker ones also stand for what 64 components leave
 * out. Chosen from 0 to 0.125 by the share of neighbours that stay.
 */
const EVENING = 0.025;

/**
 * `node bench/dist/look-projection.js <folder>` makes `look-projection.ts`: the principal components of `builtin`.
 *
 * @param folder a folder with a folder of photos for each set; every set counts the same
 */
async function main(folder: string): Promise<void> {
  const size = BUILTIN_INPUT_SIZE;
  const sets = sampleSets(folder);
  const products = new Float64Array(BUILTIN_DIMENSIONS ** 2);
  let photos = 0;
  for (const { set, files } of sets) {
    for (const file of files) {
      const embedding = builtinEmbedding(await builtinInput(file), size, size);
      addProducts(products, embedding, 1 / files.length / sets.length);
    }
    photos += files.length;
    console.log(`${set}: ${files.length} photos`);
  }
  const components = principalComponents(products);
  const bytes = new Int8Array(COMPONENTS * BUILTIN_DIMENSIONS);
  const scales = components.map(({ variance, values }, row) => {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const [i, value] of values.entries()) {
      bytes[row * BUILTIN_DIMENSIONS + i] = Math.round((value / largest) * 127);
    }
    return Number((largest / 127 / variance ** EVENING).toPrecision(6));
  });
  writeFileSync(
    resolve(TARGET),
    `// Made by bench/look-projection.ts; see bench/README.md for the photos.

/** What each row is multiplied by. */
export const LOOK_SCALES: readonly number[] = [${scales.join(", ")}];

/**
 * The first ${COMPONENTS} principal components of \`builtin\` over ${photos} varied photos, a row each: ${BUILTIN_DIMENSIONS} signed bytes, in base 64.
 */
export const LOOK_PROJECTION =
  "${Buffer.from(bytes.buffer).toString("base64")}";
`,
  );
}

/** Adds a vector's products with itself. */
function addProducts(products: Float64Array, vector: Float32Array, weight: number): void {
  for (const [row, a] of vector.entries()) {
    const start = row * vector.length;
    for (const [i, b] of vector.entries()) {
      products[start + i] = (products[start + i] ?? 0) + weight * a * b;
    }
  }
}

interface Component {
  variance: number;
  values: Float64Array;
}

/** By orthogonal iteration (Golub and Van Loan, "Matrix Computations", 8.2.4). */
function principalComponents(products: Float64Array): Component[] {
  let block: Component[] = Array.from({ length: BLOCK }, (_, i) => ({
    variance: 0,
    // Any start does that has a part of each component in it.
    values: Float64Array.from({ length: BUILTIN_DIMENSIONS }, (_, j) =>
      Math.sin(1 + i * 7 + j * j),
    ),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    block = orthonormal(block.map(({ values }) => multiply(products, values)));
  }
  return block.sort((a, b) => b.variance - a.variance).slice(0, COMPONENTS);
}

function multiply(products: Float64Array, values: Float64Array): Float64Array {
  return values.map((_, row) => {
    const start = row * values.length;
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += (products[start + i] ?? 0) * (values[i] ?? 0);
    return sum;
  });
}

/** Gram-Schmidt, twice for accuracy; what was left of each vector's length is its variance. */
function orthonormal(vectors: Float64Array[]): Component[] {
  const done: Component[] = [];
  for (const vector of vectors) {
    let values = vector;
    for (let pass = 0; pass < 2; pass++) {
      for (const { values: other } of done) {
        const overlap = dot(values, other);
        values = values.map((value, i) => value - overlap * (other[i] ?? 0));
      }
    }
    const variance = Math.sqrt(dot(values, values));
    done.push({ variance, values: values.map((value) => value / variance) });
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

await main(resolve(process.argv[2] ?? "."));
