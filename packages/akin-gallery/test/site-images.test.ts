import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { thumbHashToAverageRGBA } from "thumbhash";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { hasAllImages, pruneCache, readCachedImages } from "../src/site/cached-images.js";
import { imageFile, imageName } from "../src/site/image-options.js";
import { makeImages, makePlaceholder } from "../src/site/make-images.js";

const name = "ab".repeat(10);
let root: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "akin-images-"));
  cache = join(root, "cache");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function drawn(width: number, height: number, background = "#e02010"): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

async function make(picture: Sharp, extension: string, width: number, height: number) {
  const file = join(root, `photo.${extension}`);
  await picture.toFile(file);
  return makeAgain(file, width, height);
}

async function makeAgain(file: string, width: number, height: number, as = name) {
  await makeImages({ name: as, width, height }, await decodePhoto(file), cache);
  return { placeholder: await makePlaceholder(cache, as) };
}

function readImages(): Buffer {
  return Buffer.concat([400, 800, 2048].map((size) => readFileSync(imageFile(cache, name, size))));
}

async function centre(size: number): Promise<number[]> {
  const raw = sharp(imageFile(cache, name, size))
    .resize(1, 1)
    .raw();
  return [...(await raw.toBuffer())];
}

describe("makeImages", () => {
  test("makes three sizes and a placeholder, without metadata", async () => {
    const picture = drawn(3000, 2000)
      .withExif({ IFD0: { Artist: "somebody" } })
      .withIccProfile("p3");
    const { placeholder } = await make(picture, "jpg", 3000, 2000);
    for (const [size, height] of [
      [400, 267],
      [800, 533],
      [2048, 1365],
    ] as const) {
      const metadata = await sharp(imageFile(cache, name, size)).metadata();
      expect(metadata).toMatchObject({ format: "jpeg", width: size, height, isProgressive: false });
      expect(metadata).toMatchObject({ chromaSubsampling: "4:2:0", space: "srgb" });
      expect([metadata.exif, metadata.icc, metadata.xmp]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(thumbHashToAverageRGBA(placeholder).r).toBeGreaterThan(0.7);
    expect(placeholder.length).toBeLessThan(30);
  });

  test("gives the same bytes twice", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const picture = sharp({
      create: { width: 1000, height: 700, channels: 3, background: "#000", noise },
    });
    const first = await make(picture.png({ compressionLevel: 1 }), "png", 1000, 700);
    const images = readImages();
    rmSync(cache, { recursive: true });
    const file = join(root, "photo.png");
    expect(await makeAgain(file, 1000, 700)).toEqual(first);
    expect(Buffer.compare(readImages(), images)).toBe(0);
  });

  test("never enlarges", async () => {
    await make(drawn(500, 300), "jpg", 500, 300);
    expect(existsSync(imageFile(cache, name, 2048))).toBe(false);
    expect(await sharp(imageFile(cache, name, 800)).metadata()).toMatchObject({
      width: 500,
      height: 300,
    });
  });

  test("turns by orientation", async () => {
    await make(drawn(900, 600).withMetadata({ orientation: 6 }), "jpg", 600, 900);
    const metadata = await sharp(imageFile(cache, name, 800)).metadata();
    expect(metadata).toMatchObject({ width: 533, height: 800 });
    expect(metadata.orientation).toBeUndefined();
  });

  test("flattens transparency on white, and takes grey, 16-bit, CMYK and animated photos", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    await make(
      sharp({ create: { width: 50, height: 50, channels: 4, background: clear } }),
      "png",
      50,
      50,
    );
    expect(await centre(400)).toEqual([255, 255, 255]);
    await make(drawn(50, 50, "#808080").toColourspace("b-w"), "png", 50, 50);
    const grey = await centre(400);
    expect(grey).toHaveLength(3);
    for (const value of grey) expect(Math.abs(value - 128)).toBeLessThan(3);
    await make(drawn(50, 50).toColourspace("rgb16").png(), "png", 50, 50);
    expect((await centre(400))[0]).toBeGreaterThan(200);
    await make(drawn(50, 50).toColourspace("cmyk").jpeg(), "jpg", 50, 50);
    expect((await centre(400))[0]).toBeGreaterThan(180);
    const frames = Buffer.alloc(20 * 40 * 3, 255).fill(0, 20 * 20 * 3);
    const raw = { width: 20, height: 40, channels: 3, pageHeight: 20 } as const;
    await make(sharp(frames, { raw }).gif({ delay: [100, 100] }), "gif", 20, 20);
    expect(await sharp(imageFile(cache, name, 400)).metadata()).toMatchObject({
      width: 20,
      height: 20,
    });
    expect((await centre(400))[0]).toBe(255);
  });

  test("refuses a stump of a photo, and leaves nothing", async () => {
    const whole = await drawn(900, 600).jpeg().toBuffer();
    const file = join(root, "cut.jpg");
    writeFileSync(file, whole.subarray(0, 200));
    await expect(makeAgain(file, 900, 600)).rejects.toThrow("damaged or incomplete");
    expect(existsSync(cache) ? readdirSync(cache, { recursive: true }) : []).toEqual([]);
  });
});

describe("the cache", () => {
  test("is listed and pruned", async () => {
    expect(await readCachedImages(cache)).toEqual(new Set());
    await make(drawn(500, 300), "jpg", 500, 300);
    const other = imageName("hash");
    const file = join(root, "photo.jpg");
    await makeAgain(file, 500, 300, other);
    const temporary = `${imageFile(cache, name, 400)}.00000000-0000-0000-0000-000000000000.akin-tmp`;
    writeFileSync(temporary, "half");
    const images = await readCachedImages(cache);
    expect(images.size).toBe(4);
    expect(hasAllImages(images, { name, width: 500, height: 300 })).toBe(true);
    expect(hasAllImages(images, { name, width: 5000, height: 300 })).toBe(false);
    await pruneCache(cache, new Set([name]));
    expect(existsSync(temporary)).toBe(false);
    const left = await readCachedImages(cache);
    expect([...left].sort()).toEqual([`${name}-400.jpg`, `${name}-800.jpg`]);
  });

  test("has names that don't give the original's hash away", () => {
    const hash = "0123456789abcdef".repeat(4);
    expect(imageName(hash)).toMatch(/^[0-9a-f]{20}$/);
    expect(hash).not.toContain(imageName(hash));
    expect(imageName(hash)).not.toBe(imageName(`${hash}0`));
  });
});
