import sharp from "sharp";
import { expect, describe as group, test } from "vitest";
import { decodePhoto } from "../src/photos/decode-photo.js";
import {
  hashDistance,
  nearestOrientation,
  ORIENTATIONS,
  orientedHash,
} from "../src/similarity/duplicates/hash-bits.js";
import { MINIATURE_SIZE, orientedMiniature } from "../src/similarity/duplicates/miniature.js";
import { HASH_FREQUENCIES, perceptualHash } from "../src/similarity/duplicates/perceptual-hash.js";
import { sameDetail } from "../src/similarity/duplicates/same-detail.js";
import { sharpness } from "../src/similarity/duplicates/sharpness.js";
import { type HashPair, similarHashes } from "../src/similarity/duplicates/similar-hashes.js";
import { GRID_SIZE, photoGrid } from "../src/similarity/photo-grid.js";
import { describe, drawScene, EDITS, editScene } from "./duplicates-photos.js";

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Lays a square of values as `orientedHash` means it. */
function lay(grey: Float32Array, orientation: number): Float32Array {
  const last = GRID_SIZE - 1;
  return grey.map((_, i) => {
    let [x, y] = [i % GRID_SIZE, Math.floor(i / GRID_SIZE)];
    if (orientation & 1) x = last - x;
    if (orientation & 2) y = last - y;
    if (orientation & 4) [x, y] = [y, x];
    return grey[y * GRID_SIZE + x] ?? 0;
  });
}

group("perceptual hashes", () => {
  test("there are 64 frequencies, each with its mirror image", () => {
    expect(HASH_FREQUENCIES).toHaveLength(64);
    for (const { across, down } of HASH_FREQUENCIES) {
      expect(HASH_FREQUENCIES).toContainEqual({ across: down, down: across });
    }
  });

  test.each(ORIENTATIONS)(
    "the hash laid by orientation %i is that of the picture laid so",
    async (orientation) => {
      for (const seed of SEEDS) {
        const { grey } = await photoGrid(await decodePhoto(await drawScene(seed).png().toBuffer()));
        expect(perceptualHash(lay(grey, orientation))).toEqual(
          orientedHash(perceptualHash(grey), orientation),
        );
      }
    },
  );

  test("an even picture has no bits set", () => {
    const even = new Float32Array(GRID_SIZE ** 2).fill(200.7);
    expect(perceptualHash(even)).toEqual(new Uint8Array(8));
  });

  test("pairs of near hashes are found as if all were compared with all", () => {
    let state = 1;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    };
    const hashes = Array.from(
      { length: 300 },
      (): Uint8Array => Uint8Array.from({ length: 8 }, random),
    );
    for (const [i, hash] of hashes.slice(0, 100).entries()) {
      const near = orientedHash(hash, i % 8);
      for (let flips = 0; flips < i % 10; flips++) {
        const bit = random() % 64;
        near[bit >> 3] = (near[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      }
      hashes.push(near);
    }
    const expected: HashPair[] = [];
    for (const [a, hash] of hashes.entries()) {
      for (let b = a + 1; b < hashes.length; b++) {
        const near = nearestOrientation(hash, hashes[b] ?? hash);
        if (near.distance <= 7) expected.push({ a, b, ...near });
      }
    }
    expect(expected.length).toBeGreaterThan(70);
    expect(similarHashes(hashes)).toEqual(expected);
  });

  test("thousands of equal hashes cost what a few do", () => {
    const equal = Array.from({ length: 5000 }, () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    const pairs = similarHashes(equal);
    expect(pairs.length).toBeLessThanOrEqual(5000 * 64);
    const linked = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    expect(linked.size).toBe(5000);
  });
});

group("edits of a photo", () => {
  test.each(Object.keys(EDITS))("%s: still the same photo", async (edit) => {
    for (const seed of SEEDS) {
      const original = await describe(await editScene(seed, "as it is"));
      const edited = await describe(await editScene(seed, edit));
      const { orientation, distance } = nearestOrientation(original.hash, edited.hash);
      expect(distance).toBeLessThanOrEqual(16);
      const laid = orientedMiniature(original.miniature, orientation);
      expect(sameDetail(laid, edited.miniature)).toBeGreaterThan(0.75);
    }
  });

  test("other photos differ in hash and in detail", async () => {
    const scenes = await Promise.all(
      SEEDS.map(async (seed) => describe(await editScene(seed, "as it is"))),
    );
    for (const [i, one] of scenes.entries()) {
      for (const other of scenes.slice(i + 1)) {
        expect(nearestOrientation(one.hash, other.hash).distance).toBeGreaterThan(7);
        expect(sameDetail(one.miniature, other.miniature)).toBeLessThan(0.5);
      }
    }
  });

  test("two even pictures have no detail in common", () => {
    const even = new Uint8Array(MINIATURE_SIZE ** 2).fill(255);
    expect(sameDetail(even, even)).toBe(0);
    expect(
      sameDetail(
        even,
        even.map(() => 3),
      ),
    ).toBe(0);
  });

  test("hashes are at distance 0 to 64", () => {
    const none = new Uint8Array(8);
    expect(hashDistance(none, none)).toBe(0);
    expect(
      hashDistance(
        none,
        none.map(() => 255),
      ),
    ).toBe(64);
  });
});

group("sharpness", () => {
  test("falls with blur, and hardly changes with brightness", async () => {
    const of = async (photo: Buffer) => sharpness(await decodePhoto(photo));
    const original = await of(await editScene(1, "as it is"));
    const slightly = await of(await drawScene(1).blur(0.8).png().toBuffer());
    const blurred = await of(await editScene(1, "blurred"));
    expect(slightly).toBeLessThan(original * 0.8);
    expect(blurred).toBeLessThan(slightly * 0.5);
    const darker = await of(await editScene(1, "darker"));
    expect(darker / original).toBeGreaterThan(0.8);
    expect(darker / original).toBeLessThan(1.2);
  });

  test("is 0 of an even picture and of one of a pixel", async () => {
    for (const size of [1, 2, 50]) {
      const create = { width: size, height: size, channels: 3 as const, background: "#456" };
      const photo = await sharp({ create }).png().toBuffer();
      expect(sharpness(await decodePhoto(photo))).toBe(0);
    }
  });
});
