import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILTIN_DIMENSIONS, builtinEmbedding } from "akin-browser/format";
import { describe, expect, test } from "vitest";
import { compactVectors } from "../src/database/compact-vectors.js";
import { VectorStore } from "../src/database/vector-store.js";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { LOOK_DIMENSIONS, lookVector } from "../src/similarity/look/look-vector.js";
import { reuseLooks } from "../src/similarity/photo-describer.js";
import { GRID_SIZE, photoGrid } from "../src/similarity/photo-grid.js";
import { drawScene } from "./duplicates-photos.js";

const SCENES = 24;

async function embeddings(): Promise<Float32Array[]> {
  return Promise.all(
    Array.from({ length: SCENES }, async (_, seed) => {
      const photo = await drawScene(seed).png().toBuffer();
      const { rgb } = await photoGrid(await decodePhoto(photo));
      return builtinEmbedding(rgb, GRID_SIZE, GRID_SIZE);
    }),
  );
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const product = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe("the look of a photo", () => {
  test("is 64 bytes, the largest of them 127 or -127", async () => {
    expect(LOOK_DIMENSIONS).toBe(64);
    for (const embedding of await embeddings()) {
      const look = lookVector(embedding);
      expect(look).toHaveLength(64);
      expect(look.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBe(127);
    }
    expect(lookVector(new Float32Array(BUILTIN_DIMENSIONS))).toEqual(new Int8Array(64));
  });

  test("falls with the likeness that builtin sees", async () => {
    const all = await embeddings();
    const looks = all.map(lookVector);
    const pairs = all.flatMap((a, i) =>
      all.slice(0, i).map((b, j) => ({ i, j, full: cosine(a, b) })),
    );
    pairs.sort((one, other) => other.full - one.full);
    const mean = (part: typeof pairs) =>
      part.reduce((sum, { i, j }) => sum + cosine(looks[i] ?? [], looks[j] ?? []), 0) / part.length;
    const third = Math.floor(pairs.length / 3);
    const [most, least] = [mean(pairs.slice(0, third)), mean(pairs.slice(-third))];
    expect(most - least).toBeGreaterThan(0.1);
  });

  test("is the same bytes for the same numbers", () => {
    const embedding = Float32Array.from(
      { length: BUILTIN_DIMENSIONS },
      (_, i) => ((i * 37) % 101) - 50,
    );
    const hash = createHash("sha256").update(lookVector(embedding)).digest("hex");
    expect(hash.slice(0, 16)).toBe("943c9f0c4a1c1396");
  });
});

describe("looks in vectors.db", () => {
  const look = (value: number) => new Int8Array(LOOK_DIMENSIONS).fill(value);
  const newStore = () => {
    const file = join(mkdtempSync(join(tmpdir(), "akin-looks-")), "vectors.db");
    const store = VectorStore.create(file, { name: "m", dimensions: 2, fingerprint: "f" }, {});
    store.looks.prepare("version 1", LOOK_DIMENSIONS);
    store.looks.write([
      { id: 2, contentHash: "b", look: look(-5) },
      { id: 1, contentHash: "a", look: look(7) },
    ]);
    return store;
  };

  test("are read as they were written, by id", () => {
    const store = newStore();
    const { ids, looks, dimensions } = store.looks.readAll();
    expect([...ids]).toEqual([1, 2]);
    expect(dimensions).toBe(64);
    expect(looks).toEqual(Int8Array.from([...look(7), ...look(-5)]));
    expect(store.looks.lookOf(2)).toEqual(look(-5));
    expect(store.looks.lookOf(3)).toBeUndefined();
    store.close();
  });

  test("follow their content to another name, and go with it", () => {
    const store = newStore();
    reuseLooks(store.looks, [
      { id: 1, contentHash: "changed" },
      { id: 9, contentHash: "b" },
      { id: 10, contentHash: "b" },
    ]);
    expect([...store.looks.contents()]).toEqual([
      [9, "b"],
      [10, "b"],
    ]);
    expect(store.looks.lookOf(10)).toEqual(look(-5));
    store.close();
  });

  test("are dropped where another version made them", () => {
    const store = newStore();
    store.looks.prepare("version 1", LOOK_DIMENSIONS);
    expect(store.looks.contents().size).toBe(2);
    store.looks.prepare("version 2", LOOK_DIMENSIONS);
    expect(store.looks.contents().size).toBe(0);
    expect(store.looks.has("version 1")).toBe(false);
    store.close();
  });

  test("outlast akin optimize", () => {
    const store = newStore();
    const before = store.looks.readAll();
    store.close();
    compactVectors(store.file);
    const compacted = VectorStore.open(store.file);
    expect(compacted.looks.readAll()).toEqual(before);
    expect(compacted.looks.has("version 1")).toBe(true);
    compacted.close();
  });

  test("a vectors.db of an earlier build has none", () => {
    const file = join(mkdtempSync(join(tmpdir(), "akin-looks-")), "vectors.db");
    const store = VectorStore.create(file, { name: "m", dimensions: 2, fingerprint: "f" }, {});
    expect(store.looks.contents().size).toBe(0);
    expect(store.looks.readAll().ids).toHaveLength(0);
    store.close();
  });
});
