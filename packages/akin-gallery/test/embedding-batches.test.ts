import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { VectorStore } from "../src/database/vector-store.js";
import type { Embedder } from "../src/embedding/embedder.js";
import { PhotoEmbedder } from "../src/embedding/photo-embedder.js";
import { type Preparation, prepareInput } from "../src/embedding/prepare-input.js";
import { type PhotoFile, processPhotos } from "../src/process-photos.js";
import { PhotoWorkers } from "../src/workers/photo-workers.js";
import { recordingEffects } from "./embedding-effects.js";

const root = mkdtempSync(join(tmpdir(), "akin-batches-"));
const workers = new PhotoWorkers();
afterAll(() => {
  workers.close();
  rmSync(root, { recursive: true });
});
let stores = 0;

/** Photos whose red channel is their number; the last ones are no images. */
async function drawPhotos(count: number, broken = 0): Promise<PhotoFile[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, id) => {
      const file = join(root, `${id < count - broken ? id : `missing-${id}`}.png`);
      const background = { r: id, g: 0, b: 0 };
      const picture = sharp({ create: { width: 4, height: 4, channels: 3, background } });
      if (id < count - broken) await picture.png().toFile(file);
      return { id: id + 1, path: `${id}.png`, file, contentHash: `hash ${id}` };
    }),
  );
}

/** A network whose vector is the red channel, and which records its batches. */
function fakeEmbedder(refuses: (red: number[]) => boolean = () => false) {
  const batches: number[][] = [];
  const preparation: Preparation = { kind: "builtin", enhance: false, smartCrop: false };
  const embedder: Embedder = {
    model: { name: "fake", dimensions: 2, fingerprint: "fake" },
    network: null,
    dtype: null,
    revision: null,
    batchSize: 8,
    preparation,
    prepare: (photo) => prepareInput(photo, preparation),
    async embed(inputs) {
      const red = inputs.map((input) => Number(input[0]));
      batches.push(red);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (refuses(red)) throw new Error("the network fell over");
      return red.map((value) => Float32Array.of(1, value));
    },
    async close() {},
  };
  return { embedder, batches };
}

async function embedAll(photos: PhotoFile[], embedder: Embedder, signal?: AbortSignal) {
  const store = VectorStore.create(join(root, `${stores++}.db`), embedder.model, {});
  const failures: string[] = [];
  const effects = {
    ...recordingEffects(),
    ...(signal && { signal }),
    onFailure: ({ path }: PhotoFile, stage: string) => failures.push(`${stage} ${path}`),
  };
  const photoEmbedder = new PhotoEmbedder(photos, store, embedder);
  const work = processPhotos(photos, { embedder: photoEmbedder }, workers, effects);
  return { store, failures, photoEmbedder, work };
}

describe("embedding in batches", () => {
  it("fills batches, and writes each photo its own vector", async () => {
    const { embedder, batches } = fakeEmbedder();
    const photos = await drawPhotos(21);
    const { store, failures, photoEmbedder, work } = await embedAll(photos, embedder);
    await work;
    expect(failures).toEqual([]);
    expect(photoEmbedder.processed).toBe(21);
    expect(batches.map((batch) => batch.length)).toEqual([8, 8, 5]);
    for (const { id } of photos) expect(store.vectorOf(id)).toEqual(Float32Array.of(1, id - 1));
  });

  it("lets a photo fail alone, in decoding and in the network", async () => {
    const { embedder, batches } = fakeEmbedder((red) => red.includes(3));
    const photos = await drawPhotos(12, 2);
    const { store, failures, work } = await embedAll(photos, embedder);
    await work;
    expect(failures.sort()).toEqual(["decode 10.png", "decode 11.png", "embed 3.png"]);
    expect(store.count).toBe(9);
    expect(batches.filter((batch) => batch.length === 1).length).toBeGreaterThanOrEqual(8);
  });

  it("embeds copies once, and tries the next copy where one can't be read", async () => {
    const { embedder, batches } = fakeEmbedder();
    const [first, second, missing] = await drawPhotos(3, 1);
    if (!first || !second || !missing) throw new Error("three photos");
    const copies = [missing, first, second].map((photo) => ({ ...photo, contentHash: "same" }));
    const { store, failures, work } = await embedAll(copies, embedder);
    await work;
    expect(failures).toEqual(["decode 2.png"]);
    expect(batches).toEqual([[0]]);
    expect([...store.records().keys()].sort()).toEqual([first.id, second.id]);
  });

  it("keeps finished batches when it is interrupted", async () => {
    const aborter = new AbortController();
    const { embedder, batches } = fakeEmbedder(() => {
      if (batches.length === 2) aborter.abort(new Error("interrupted"));
      return false;
    });
    const photos = await drawPhotos(40);
    const { store, photoEmbedder, work } = await embedAll(photos, embedder, aborter.signal);
    await expect(work).rejects.toThrow("interrupted");
    expect(store.count).toBe(photoEmbedder.processed);
    expect(store.count).toBeGreaterThanOrEqual(16);
    expect(store.count).toBeLessThan(40);
  });

  it("stops at an error that is no photo's fault", async () => {
    const { embedder } = fakeEmbedder();
    const photos = await drawPhotos(40);
    const { store, failures, work } = await embedAll(photos, embedder);
    store.close();
    await expect(work).rejects.toThrow();
    expect(failures).toEqual([]);
  });
});
