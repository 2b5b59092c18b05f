import { readFileSync } from "node:fs";
import { SMALL_DIMENSIONS, SMALL_INPUT_SIZE, SmallNetwork } from "akin-browser/sight";
import { describe, expect, test } from "vitest";
import { kernelCode } from "../src/sight/kernel/compile-kernel.mjs";
import { Random } from "./vec0/random.js";

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const weights = read("../src/sight/akin-small.bin");
const network = new SmallNetwork(weights);
const SIDE = SMALL_INPUT_SIZE;

/** A picture of noise that is even over `grain` pixels. */
function noise(width: number, height: number, grain = 1, seed = 1): Uint8Array {
  const random = new Random(seed);
  const cells = random.list(3 * 4096, () => random.whole(0, 255));
  return Uint8Array.from({ length: 3 * width * height }, (_, i) => {
    const [x, y] = [Math.floor((i / 3) % width), Math.floor(i / 3 / width)];
    const cell = (Math.floor(y / grain) * 61 + Math.floor(x / grain)) % 4096;
    return cells[3 * cell + (i % 3)] ?? 0;
  });
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

test("the committed kernel is what its source compiles to", async () => {
  expect(read("../src/sight/kernel-code.ts").toString()).toBe(await kernelCode());
});

test("the weights are those of akin-small, version 1, in at most 2 MB", () => {
  expect(network).toMatchObject({ name: "akin-small", version: 1, dimensions: SMALL_DIMENSIONS });
  expect(weights.length).toBeLessThan(2e6);
});

test("gives the sums of the reference in training/, to the last bit", () => {
  const golden = read("sight/golden.bin");
  const bytes = SIDE * SIDE * 3;
  const pictures = [0, 1, 2].map((i) => golden.subarray(i * bytes, (i + 1) * bytes));
  const sums = new Int32Array(new Uint8Array(golden).buffer, 3 * bytes);
  expect(sums).toHaveLength(3 * SMALL_DIMENSIONS);
  pictures.forEach((picture, i) => {
    const expected = sums.slice(i * SMALL_DIMENSIONS, (i + 1) * SMALL_DIMENSIONS);
    expect(network.sumsOf(picture, SIDE, SIDE)).toEqual(expected);
  });
});

describe("pictures of other sizes", () => {
  test.each([
    [1, 1],
    [97, 31],
    [30, 500],
    [401, 203],
  ])("%i x %i: a vector of length 1, which depends on nothing before", (width, height) => {
    const picture = noise(width, height, 9);
    const before = picture.slice();
    const vector = network.embed(picture, width, height);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    network.embed(noise(640, 480), 640, 480);
    expect(network.embed(picture, width, height)).toEqual(vector);
    expect(new SmallNetwork(weights).embed(picture, width, height)).toEqual(vector);
    expect(Buffer.compare(picture, before)).toBe(0);
  });

  test.each([2, 5, 7.5])("%f times as large: nearly the same vector", (times) => {
    const size = SIDE * times;
    const small = network.embed(noise(SIDE, SIDE, 16), SIDE, SIDE);
    const large = network.embed(noise(size, size, 16 * times), size, size);
    const other = network.embed(noise(SIDE, SIDE, 16, 2), SIDE, SIDE);
    expect(cosine(small, large)).toBeGreaterThan(0.97);
    expect(cosine(small, other)).toBeLessThan(cosine(small, large));
  });

  test("it is the middle square that counts", () => {
    const [width, height] = [150, 100];
    const picture = noise(width, height, 7);
    const middle = new Uint8Array(height * height * 3);
    const other = new Uint8Array(picture.length).fill(77);
    for (let y = 0; y < height; y++) {
      const from = (y * width + 25) * 3;
      middle.set(picture.subarray(from, from + height * 3), y * height * 3);
      other.set(picture.subarray(from, from + height * 3), from);
    }
    const vector = network.embed(picture, width, height);
    expect(network.embed(middle, height, height)).toEqual(vector);
    expect(network.embed(other, width, height)).toEqual(vector);
  });

  test("made smaller, a mean is a mean: an even picture stays even, stripes become grey", () => {
    const even = network.embed(new Uint8Array(SIDE * SIDE * 3).fill(100), SIDE, SIDE);
    expect(network.embed(new Uint8Array(999 * 333 * 3).fill(100), 999, 333)).toEqual(even);
    const size = 16 * SIDE;
    const stripes = Uint8Array.from({ length: size * size * 3 }, (_, i) =>
      Math.floor(i / 3) % 2 ? 200 : 0,
    );
    expect(cosine(network.embed(stripes, size, size), even)).toBeGreaterThan(0.99);
  });
});

test("a file that is no network, or not all of it, is refused", () => {
  expect(() => new SmallNetwork(new Uint8Array(100))).toThrow("no network of Akin's");
  expect(() => new SmallNetwork(weights.subarray(0, 1e6))).toThrow(RangeError);
});
