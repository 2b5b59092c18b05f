import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Metric, Vec0Error, VectorArray, type VectorType } from "../src/vec0/index.js";
import { kernelCode } from "../src/vec0/kernel/compile-kernel.mjs";
import { bruteForce } from "./vec0/brute-force.js";
import { Random } from "./vec0/random.js";

const KINDS: [VectorType, Metric][] = [
  ["float32", "cosine"],
  ["float32", "l2"],
  ["float32", "l1"],
  ["int8", "cosine"],
  ["int8", "l2"],
  ["int8", "l1"],
  ["bit", "hamming"],
];
const KERNELS = ["simd", "scalar"] as const;

test("the committed kernel is what its source compiles to", async () => {
  const committed = readFileSync(new URL("../src/vec0/kernel-code.ts", import.meta.url), "utf8");
  expect(committed).toBe(await kernelCode());
});

describe.each(KINDS)("%s %s", (type, metric) => {
  test.each([1, 3, 7, 8, 16, 31, 64, 100, 512, 1030])(
    "%i dimensions: exact, the same without SIMD",
    (dimensions) => {
      const random = new Random(dimensions);
      const bits = type === "bit" ? Math.ceil(dimensions / 8) * 8 : dimensions;
      const rows = random.list(300, () => randomRow(random, type, bits));
      const [simd, scalar] = KERNELS.map((kernel) => arrayOf(type, bits, rows, kernel));
      for (let i = 0; i < 5; i++) {
        const query = asQuery(type, randomRow(random, type, bits));
        const k = random.pick([1, 6, 40, 299, 1000]);
        const expected = bruteForce(type, metric, rows, query).slice(0, k);
        const found = simd?.nearest(query, { k, metric });
        const twin = scalar?.nearest(query, { k, metric });
        expect(twin).toEqual(found);
        if (type !== "float32") {
          expect(Array.from(found?.rows ?? [])).toEqual(expected.map(({ row }) => row));
        }
        for (const [at, { distance }] of expected.entries()) {
          const error = Math.abs((found?.distances[at] ?? Number.NaN) - distance);
          // sqlite-vec adds up in float32; int8 and bits are exact.
          expect(error).toBeLessThanOrEqual(type === "float32" ? 2e-6 * Math.max(1, distance) : 0);
        }
      }
    },
  );
});

describe("nearest", () => {
  const random = new Random(1);
  const rows = random.list(2000, () => randomRow(random, "int8", 16));
  const array = arrayOf("int8", 16, rows, "simd");
  const query = new Int8Array(16).fill(1);

  test("only rows that are included, only rows that are listed, or both", () => {
    const all = array.nearest(query, { k: 2000, metric: "l2" });
    const some = Uint32Array.from(all.rows.filter((row) => row % 7 === 3)).reverse();
    const include = new Uint8Array(250);
    for (let row = 0; row < 2000; row += 2)
      include[row >> 3] = (include[row >> 3] ?? 0) | (1 << (row & 7));
    const rowsOf = (options: { include?: Uint8Array; rows?: Uint32Array }) =>
      Array.from(array.nearest(query, { k: 9, metric: "l2", ...options }).rows);
    const first = (test: (row: number) => boolean) => Array.from(all.rows).filter(test).slice(0, 9);
    expect(rowsOf({ include })).toEqual(first((row) => row % 2 === 0));
    expect(rowsOf({ rows: some })).toEqual(first((row) => row % 7 === 3));
    expect(rowsOf({ rows: some, include })).toEqual(first((row) => row % 14 === 10));
    expect(rowsOf({ rows: new Uint32Array(0) })).toEqual([]);
    expect(rowsOf({ include: new Uint8Array(0) })).toEqual([]);
  });

  test("of equally distant rows the lower one", () => {
    const equal = arrayOf(
      "float32",
      2,
      random.list(5000, () => bytesOf(Float32Array.of(1, 2))),
      "simd",
    );
    const found = equal.nearest(Float32Array.of(3, 1), { k: 40, metric: "cosine" });
    expect(Array.from(found.rows)).toEqual(random.list(40, (row) => row));
  });

  test("more rows than the heap holds", () => {
    const many = random.list(30_000, () => randomRow(random, "bit", 24));
    const array = arrayOf("bit", 24, many, "simd");
    const query = Uint8Array.of(1, 2, 3);
    const expected = bruteForce("bit", "hamming", many, query);
    const found = array.nearest(query, { k: 20_000, metric: "hamming" });
    expect(Array.from(found.rows)).toEqual(expected.slice(0, 20_000).map(({ row }) => row));
  });

  test("rows of zeros are not found by cosine, nor anything by zeros", () => {
    const array = arrayOf(
      "float32",
      3,
      [new Float32Array(3), Float32Array.of(1, 2, 3)].map(bytesOf),
      "simd",
    );
    expect(array.nearest(Float32Array.of(1, 0, 0), { k: 5, metric: "cosine" }).rows).toEqual(
      Uint32Array.of(1),
    );
    expect(array.nearest(new Float32Array(3), { k: 5, metric: "cosine" }).rows).toHaveLength(0);
    expect(array.nearest(new Float32Array(3), { k: 5, metric: "l1" }).rows).toEqual(
      Uint32Array.of(0, 1),
    );
  });

  test("float32 against int8 is quantised by its own largest value", () => {
    const query = Float32Array.from({ length: 16 }, (_, i) => (i - 5.3) * 1e-4);
    const quantised = Int8Array.from(query, (value) => Math.round((value * 127) / 9.7e-4));
    const found = array.nearest(query, { k: 5, metric: "cosine" });
    expect(found).toEqual(array.nearest(quantised, { k: 5, metric: "cosine" }));
  });
});

describe("VectorArray", () => {
  test("takes rows in any order and any number, and gives them back", () => {
    const array = VectorArray.create("int8", 5, 10);
    array.set(
      6,
      Uint8Array.from({ length: 10 }, (_, i) => i),
    );
    array.set(0, Uint8Array.of(9, 8, 7, 6, 5));
    expect(array).toHaveLength(8);
    expect(array.get(7)).toEqual(Uint8Array.of(5, 6, 7, 8, 9));
    expect(array.get(3)).toEqual(new Uint8Array(5));
    array.set(0, Uint8Array.of(1, 1, 1, 1, 1));
    const { rows, distances } = array.nearest(Int8Array.of(1, 1, 1, 1, 1), {
      k: 1,
      metric: "cosine",
    });
    expect(rows).toEqual(Uint32Array.of(0));
    expect(distances[0]).toBeCloseTo(0, 7);
  });

  test("memory grows with the rows", () => {
    const array = VectorArray.create("float32", 512, 60_000);
    const rows = new Float32Array(512 * 1000).fill(1);
    for (let row = 0; row < 60_000; row += 1000) array.set(row, bytesOf(rows));
    array.set(59_999, bytesOf(new Float32Array(512).fill(-1)));
    const query = new Float32Array(512).fill(-2);
    expect(array.nearest(query, { k: 1, metric: "cosine" }).rows).toEqual(Uint32Array.of(59_999));
  });

  test("more memory than can be had is told", () => {
    const array = VectorArray.create("float32", 8192, 200_000);
    const tooFar = () => array.set(199_999, new Uint8Array(8192 * 4));
    expect(tooFar).toThrow(/The vectors need 65\d\d MB of memory; the browser gave \d+ MB/);
    expect(tooFar).toThrow(expect.objectContaining({ code: "MEMORY" }));
    array.set(0, new Uint8Array(8192 * 4));
    expect(array).toHaveLength(1);
  });

  test.each<[string, () => unknown]>([
    ["dimensions must be 1 to 8192, not 0", () => VectorArray.create("int8", 0, 1)],
    ["the capacity must be a number of rows, not -1", () => VectorArray.create("int8", 1, -1)],
    ["7 bytes are no whole rows of 8 bytes", () => two().set(0, new Uint8Array(7))],
    ["rows 1 to 3 are beyond the capacity of 2", () => two().set(1, new Uint8Array(16))],
    ["there is no row 0", () => two().get(0)],
    [
      "k must be a whole number, not 0.5",
      () => two().nearest(new Float32Array(2), { k: 0.5, metric: "l2" }),
    ],
    [
      "the query must be a Float32Array of 2, not a Float32Array of 3",
      () => two().nearest(new Float32Array(3), { k: 1, metric: "l2" }),
    ],
    [
      "the query must be a Float32Array of 2, not a Int8Array of 2",
      () => two().nearest(new Int8Array(2), { k: 1, metric: "l2" }),
    ],
    [
      "There is no hamming distance of float32 vectors",
      () => two().nearest(new Float32Array(2), { k: 1, metric: "hamming" }),
    ],
  ])("refuses: %s", (message, run) => {
    expect(run).toThrow(Vec0Error);
    expect(run).toThrow(message);
  });
});

function two(): VectorArray {
  return VectorArray.create("float32", 2, 2);
}

function arrayOf(
  type: VectorType,
  dimensions: number,
  rows: readonly Uint8Array[],
  kernel: "simd" | "scalar",
): VectorArray {
  const array = VectorArray.create(type, dimensions, rows.length, kernel);
  for (const [row, bytes] of rows.entries()) array.set(row, bytes);
  return array;
}

function randomRow(random: Random, type: VectorType, dimensions: number): Uint8Array {
  if (type === "bit")
    return Uint8Array.from(random.list(dimensions / 8, () => random.whole(0, 255)));
  if (type === "int8")
    return bytesOf(Int8Array.from(random.list(dimensions, () => random.whole(-128, 127))));
  return bytesOf(Float32Array.from(random.list(dimensions, () => random.next() - 0.5)));
}

function asQuery(type: VectorType, bytes: Uint8Array): Float32Array | Int8Array | Uint8Array {
  if (type === "bit") return bytes;
  return type === "int8" ? new Int8Array(bytes.buffer) : new Float32Array(bytes.buffer);
}

function bytesOf(vector: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(vector.buffer);
}
