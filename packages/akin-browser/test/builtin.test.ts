import { createHash } from "node:crypto";
import { BUILTIN_DIMENSIONS, BUILTIN_INPUT_SIZE, builtinEmbedding } from "akin-browser/format";
import { describe, expect, it } from "vitest";

type Colour = readonly [number, number, number];

const SIZE = BUILTIN_INPUT_SIZE;

function picture(colour: (x: number, y: number) => Colour): Uint8Array {
  const rgb = new Uint8Array(SIZE * SIZE * 3);
  for (let i = 0; i < SIZE * SIZE; i++) rgb.set(colour(i % SIZE, Math.floor(i / SIZE)), 3 * i);
  return rgb;
}

const sunset = picture((x, y) => [255 - y, 120 - (y >> 1), (x * 7 + y * 13) % 40]);
const forest = picture((x, y) => [20 + ((x * y) % 30), 90 + (x % 8) * 15, 30]);
const stripes = (across: boolean) =>
  picture((x, y) => ((across ? x : y) & 8 ? [200, 200, 200] : [60, 60, 60]));
const embed = (rgb: Uint8Array) => builtinEmbedding(rgb, SIZE, SIZE);

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe("builtinEmbedding", () => {
  it("has the promised length, in dimensions and as a vector", () => {
    for (const rgb of [sunset, forest, picture(() => [0, 0, 0]), picture(() => [255, 255, 255])]) {
      const vector = embed(rgb);
      expect(vector).toHaveLength(BUILTIN_DIMENSIONS);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  it("gives every engine the same bytes", () => {
    // Chromium and Node gave this hash; another one means BUILTIN_VERSION must be raised.
    const bytes = new Uint8Array(embed(sunset).buffer);
    expect(createHash("sha256").update(bytes).digest("hex").slice(0, 16)).toBe("184cc6b633dbf949");
  });

  it("does not change its input and depends on nothing else", () => {
    const before = sunset.slice();
    const first = embed(sunset);
    embed(forest);
    expect(embed(sunset)).toEqual(first);
    expect(sunset).toEqual(before);
  });

  it("finds a brighter or noisier copy nearer than another picture", () => {
    const brighter = sunset.map((value) => Math.min(255, value + 6));
    const noisy = sunset.map((value, i) =>
      Math.max(0, Math.min(255, value + ((i * 7919) % 7) - 3)),
    );
    const other = cosine(embed(sunset), embed(forest));
    expect(cosine(embed(sunset), embed(brighter))).toBeGreaterThan(0.9);
    expect(cosine(embed(sunset), embed(noisy))).toBeGreaterThan(other + 0.3);
  });

  it("tells apart what differs in colour alone, and in edges alone", () => {
    const red = sunset;
    const blue = sunset.map((_, i) => sunset[i - (i % 3) + 2 - (i % 3)] ?? 0);
    expect(cosine(embed(red), embed(blue))).toBeLessThan(0.8);
    expect(cosine(embed(stripes(true)), embed(stripes(false)))).toBeLessThan(0.8);
  });

  it("describes other sizes too", () => {
    const small = builtinEmbedding(new Uint8Array(64 * 48 * 3).fill(90), 64, 48);
    expect(cosine(small, embed(picture(() => [90, 90, 90])))).toBeGreaterThan(0.99);
  });
});
