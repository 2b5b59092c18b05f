import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openEmbedder } from "../src/embedding/index.js";
import { recordingEffects } from "./embedding-effects.js";

const drawn = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#9cf"/>
   <circle cx="40" cy="50" r="25" fill="#c03020"/><path d="M60 70L90 10L115 70z" fill="#264"/></svg>`,
);
const photo = () => sharp(drawn).flatten();

async function open(options: object = {}) {
  return openEmbedder({ model: "akin-small", ...options }, recordingEffects());
}

async function embed(input: Uint8Array, options: object = {}): Promise<Float32Array> {
  const embedder = await open(options);
  const [vector = new Float32Array()] = await embedder.embed([await embedder.prepare(input)]);
  return vector;
}

describe("akin-small", () => {
  it("gives vectors of length 1, the same of the same pixels in any file", async () => {
    const png = await embed(await photo().png().toBuffer());
    expect(png).toHaveLength(256);
    expect(Math.hypot(...png)).toBeCloseTo(1, 5);
    expect(await embed(await photo().webp({ lossless: true }).toBuffer())).toEqual(png);
    const turned = await photo().rotate(-90).withMetadata({ orientation: 6 }).png().toBuffer();
    expect(await embed(turned)).toEqual(png);
  });

  it("has other vectors and another fingerprint with each option that changes them", async () => {
    const file = await photo().png().toBuffer();
    const variants = [{}, { enhance: true }, { smartCrop: true }, { shrinkOnLoad: true }];
    const opened = await Promise.all(variants.map(open));
    expect(new Set(opened.map(({ model }) => model.fingerprint)).size).toBe(4);
    const vectors = await Promise.all(variants.map((options) => embed(file, options)));
    expect(new Set(vectors.map(String)).size).toBe(4);
  });

  it("rejects what can't be decoded", async () => {
    const embedder = await open();
    await expect(embedder.prepare(Buffer.from("no image"))).rejects.toThrow(/^can't be decoded: /);
  });
});
